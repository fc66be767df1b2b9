import { z } from "zod";

import { Action } from "./components/action";
import { Facts } from "./components/facts";
import { Layout } from "./components/layout";
import { Paragraph } from "./components/paragraph";
import { day, id, line } from "./fact-schemas";
import { links } from "./links";
import { defineMail } from "./mail-kind";

/** To those who keep the operator's documents: a review or an end comes near, or has passed. */
export const alertPaper = defineMail({
  facts: z.object({ paper: id, title: line, what: z.enum(["review", "end"]), due_on: day, passed: z.boolean() }),
  subject: ({ title, what, passed }, { t }) => t(`alert_paper.subject.${what}${passed ? "Passed" : "Near"}`, { title }),
  Mail: ({ facts, words }) => {
    const { t, date, url } = words;
    return (
      <Layout words={words} preview={t("alert_paper.preview")} heading={t("alert_paper.heading")}>
        <Paragraph>{t(`alert_paper.text.${facts.what}`)}</Paragraph>
        <Facts
          rows={[
            { label: t("fact.document"), value: facts.title },
            { label: t(facts.what === "review" ? "fact.reviewOn" : "fact.validUntil"), value: date(facts.due_on) },
          ]}
        />
        <Action href={url(links.staffDocument(facts.paper))}>{t("action.staffDocument")}</Action>
      </Layout>
    );
  },
});

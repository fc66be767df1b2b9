import { z } from "zod";

import { Action } from "./components/action";
import { Facts } from "./components/facts";
import { Layout } from "./components/layout";
import { Paragraph } from "./components/paragraph";
import { id, instant, line } from "./fact-schemas";
import { links } from "./links";
import { defineMail } from "./mail-kind";

/** To the grievance officer, once per deadline that was missed. Who complains, and of what, stays in the portal. */
export const alertGrievance = defineMail({
  facts: z.object({ thread: id, reference: line, deadline: z.enum(["acknowledge", "resolve"]), due_at: instant }),
  subject: ({ reference, deadline }, { t }) => t(`alert_grievance.subject.${deadline}`, { reference }),
  Mail: ({ facts, words }) => {
    const { t, time, url } = words;
    return (
      <Layout words={words} preview={t("alert_grievance.preview")} heading={t("alert_grievance.heading")}>
        <Paragraph>{t(`alert_grievance.text.${facts.deadline}`)}</Paragraph>
        <Facts
          rows={[
            { label: t("fact.reference"), value: facts.reference, exact: true },
            { label: t(facts.deadline === "acknowledge" ? "fact.acknowledgeBy" : "fact.resolveBy"), value: time(facts.due_at) },
          ]}
        />
        <Action href={url(links.staffThread(facts.thread))}>{t("action.staffThread")}</Action>
        <Paragraph quiet>{t("alert_grievance.once")}</Paragraph>
      </Layout>
    );
  },
});

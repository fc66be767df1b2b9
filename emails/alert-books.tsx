import { z } from "zod";

import { Action } from "./components/action";
import { Facts } from "./components/facts";
import { Layout } from "./components/layout";
import { Note } from "./components/note";
import { Paragraph } from "./components/paragraph";
import { id, instant, line } from "./fact-schemas";
import { links } from "./links";
import { defineMail } from "./mail-kind";

/** To those who may clear a finding, once per finding. Law and object are named as the database names them; nothing in them is personal. */
export const alertBooks = defineMail({
  facts: z.object({ finding: id, law: line, object: line, expected: line, found: line, raised_at: instant }),
  subject: ({ object }, { t }) => t("alert_books.subject", { object }),
  Mail: ({ facts, words }) => {
    const { t, time, url } = words;
    return (
      <Layout words={words} preview={t("alert_books.preview")} heading={t("alert_books.heading")}>
        <Paragraph>{t("alert_books.text")}</Paragraph>
        <Note>{facts.law}</Note>
        <Facts
          rows={[
            { label: t("alert_books.object"), value: facts.object, exact: true },
            { label: t("alert_books.shouldBe"), value: facts.expected, exact: true },
            { label: t("alert_books.is"), value: facts.found, exact: true },
            { label: t("alert_books.at"), value: time(facts.raised_at) },
          ]}
        />
        <Paragraph quiet>{t("alert_books.next")}</Paragraph>
        <Action href={url(links.watch)}>{t("action.watch")}</Action>
      </Layout>
    );
  },
});

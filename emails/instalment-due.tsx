import { Action } from "./components/action";
import { InstalmentFacts } from "./components/instalment-facts";
import { Layout } from "./components/layout";
import { Paragraph } from "./components/paragraph";
import { instalment } from "./fact-schemas";
import { links } from "./links";
import { defineMail } from "./mail-kind";

/** Three days before an instalment falls due. */
export const instalmentDue = defineMail({
  facts: instalment,
  subject: ({ reference, due_on }, { t, date }) => t("instalment_due.subject", { reference, date: date(due_on) }),
  Mail: ({ facts, words }) => {
    const { t, date, url } = words;
    return (
      <Layout words={words} preview={t("instalment_due.preview")} heading={t("instalment_due.heading")} to={facts.first_name}>
        <Paragraph>{t("instalment_due.text", { date: date(facts.due_on) })}</Paragraph>
        <InstalmentFacts facts={facts} words={words} />
        <Action href={url(links.booking(facts.booking))}>{t("action.booking")}</Action>
        <Paragraph quiet>{t("instalment_due.after")}</Paragraph>
      </Layout>
    );
  },
});

import { Action } from "./components/action";
import { InstalmentFacts } from "./components/instalment-facts";
import { Layout } from "./components/layout";
import { Paragraph } from "./components/paragraph";
import { instalment } from "./fact-schemas";
import { links } from "./links";
import { defineMail } from "./mail-kind";

/** The day after an instalment fell due and was not wholly paid. */
export const instalmentLate = defineMail({
  facts: instalment,
  subject: ({ reference, due_on }, { t, date }) => t("instalment_late.subject", { reference, date: date(due_on) }),
  Mail: ({ facts, words }) => {
    const { t, date, url } = words;
    return (
      <Layout words={words} preview={t("instalment_late.preview")} heading={t("instalment_late.heading")} to={facts.first_name}>
        <Paragraph>{t("instalment_late.text", { date: date(facts.due_on) })}</Paragraph>
        <InstalmentFacts facts={facts} words={words} />
        <Action href={url(links.booking(facts.booking))}>{t("action.booking")}</Action>
        <Paragraph quiet>{t("instalment_late.after")}</Paragraph>
      </Layout>
    );
  },
});

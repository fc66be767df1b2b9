import { Facts } from "./components/facts";
import { Layout } from "./components/layout";
import { Note } from "./components/note";
import { Paragraph } from "./components/paragraph";
import { instant, member } from "./fact-schemas";
import { defineMail } from "./mail-kind";

/** To both addresses: the old one has taken the change back. */
export const emailRestored = defineMail({
  facts: member.extend({ withdrawals_from: instant }),
  subject: (_, { t, company }) => t("email_restored.subject", { company }),
  Mail: ({ facts, words }) => {
    const { t, time } = words;
    return (
      <Layout words={words} preview={t("email_restored.preview")} heading={t("email_restored.heading")} to={facts.first_name}>
        <Paragraph>{t("email_restored.text")}</Paragraph>
        <Facts rows={[{ label: t("fact.withdrawalsFrom"), value: time(facts.withdrawals_from) }]} />
        <Note>{t("email_restored.next")}</Note>
      </Layout>
    );
  },
});

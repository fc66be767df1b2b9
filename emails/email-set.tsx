import { Facts } from "./components/facts";
import { Layout } from "./components/layout";
import { Paragraph } from "./components/paragraph";
import { instant, member } from "./fact-schemas";
import { defineMail } from "./mail-kind";

/** To the new address: it is the one to sign in with from now on. */
export const emailSet = defineMail({
  facts: member.extend({ withdrawals_from: instant }),
  subject: (_, { t, company }) => t("email_set.subject", { company }),
  Mail: ({ facts, words }) => {
    const { t, time } = words;
    return (
      <Layout words={words} preview={t("email_set.preview")} heading={t("email_set.heading")} to={facts.first_name}>
        <Paragraph>{t("email_set.text")}</Paragraph>
        <Facts rows={[{ label: t("fact.withdrawalsFrom"), value: time(facts.withdrawals_from) }]} />
      </Layout>
    );
  },
});

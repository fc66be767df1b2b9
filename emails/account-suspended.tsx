import { Facts } from "./components/facts";
import { Layout } from "./components/layout";
import { Paragraph } from "./components/paragraph";
import { instant, member } from "./fact-schemas";
import { defineMail } from "./mail-kind";

export const accountSuspended = defineMail({
  facts: member.extend({ at: instant }),
  subject: (_, { t, company }) => t("account_suspended.subject", { company }),
  Mail: ({ facts, words }) => {
    const { t, time } = words;
    return (
      <Layout words={words} preview={t("account_suspended.preview")} heading={t("account_suspended.heading")} to={facts.first_name}>
        <Paragraph>{t("account_suspended.text")}</Paragraph>
        <Facts rows={[{ label: t("fact.when"), value: time(facts.at) }]} />
      </Layout>
    );
  },
});

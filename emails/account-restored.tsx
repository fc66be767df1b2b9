import { Facts } from "./components/facts";
import { Layout } from "./components/layout";
import { Paragraph } from "./components/paragraph";
import { instant, member } from "./fact-schemas";
import { defineMail } from "./mail-kind";

export const accountRestored = defineMail({
  facts: member.extend({ at: instant }),
  subject: (_, { t, company }) => t("account_restored.subject", { company }),
  Mail: ({ facts, words }) => {
    const { t, time } = words;
    return (
      <Layout words={words} preview={t("account_restored.preview")} heading={t("account_restored.heading")} to={facts.first_name}>
        <Paragraph>{t("account_restored.text")}</Paragraph>
        <Facts rows={[{ label: t("fact.when"), value: time(facts.at) }]} />
      </Layout>
    );
  },
});

import { Facts } from "./components/facts";
import { Layout } from "./components/layout";
import { Paragraph } from "./components/paragraph";
import { line, member } from "./fact-schemas";
import { defineMail } from "./mail-kind";

/** The claim was taken back or refused: the account is as it was before. */
export const claimEnded = defineMail({
  facts: member.extend({ reference: line }),
  subject: (_, { t, company }) => t("claim_ended.subject", { company }),
  Mail: ({ facts, words }) => {
    const { t } = words;
    return (
      <Layout words={words} preview={t("claim_ended.preview")} heading={t("claim_ended.heading")} to={facts.first_name}>
        <Paragraph>{t("claim_ended.text")}</Paragraph>
        <Facts rows={[{ label: t("fact.reference"), value: facts.reference, exact: true }]} />
      </Layout>
    );
  },
});

import { Facts } from "./components/facts";
import { Layout } from "./components/layout";
import { Note } from "./components/note";
import { Paragraph } from "./components/paragraph";
import { line, member } from "./fact-schemas";
import { defineMail } from "./mail-kind";

/** To a member who was reported dead: somebody who reads this is alive, or looks after the mailbox. */
export const claimOpened = defineMail({
  facts: member.extend({ reference: line }),
  subject: (_, { t, company }) => t("claim_opened.subject", { company }),
  Mail: ({ facts, words }) => {
    const { t } = words;
    return (
      <Layout words={words} preview={t("claim_opened.preview")} heading={t("claim_opened.heading")} to={facts.first_name}>
        <Paragraph>{t("claim_opened.text")}</Paragraph>
        <Facts rows={[{ label: t("fact.reference"), value: facts.reference, exact: true }]} />
        <Note>{t("claim_opened.alive")}</Note>
      </Layout>
    );
  },
});

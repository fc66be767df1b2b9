import { Action } from "./components/action";
import { Layout } from "./components/layout";
import { Note } from "./components/note";
import { Paragraph } from "./components/paragraph";
import { WithdrawalFacts } from "./components/withdrawal-facts";
import { withdrawal } from "./fact-schemas";
import { links } from "./links";
import { defineMail } from "./mail-kind";

export const withdrawalPending = defineMail({
  facts: withdrawal,
  subject: ({ reference }, { t }) => t("withdrawal_pending.subject", { reference }),
  Mail: ({ facts, words }) => {
    const { t, url } = words;
    return (
      <Layout words={words} preview={t("withdrawal_pending.preview")} heading={t("withdrawal_pending.heading")} to={facts.first_name}>
        <Paragraph>{t("withdrawal_pending.text")}</Paragraph>
        <WithdrawalFacts facts={facts} words={words} expected={t("expected.decision")} />
        <Action href={url(links.withdrawal(facts.withdrawal))}>{t("action.withdrawal")}</Action>
        <Note>{t("withdrawal_pending.notYou")}</Note>
      </Layout>
    );
  },
});

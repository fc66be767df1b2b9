import { Action } from "./components/action";
import { Layout } from "./components/layout";
import { Paragraph } from "./components/paragraph";
import { WithdrawalFacts } from "./components/withdrawal-facts";
import { line, withdrawal } from "./fact-schemas";
import { links } from "./links";
import { defineMail } from "./mail-kind";

export const withdrawalSent = defineMail({
  facts: withdrawal.extend({ transaction_reference: line }),
  subject: ({ reference }, { t }) => t("withdrawal_sent.subject", { reference }),
  Mail: ({ facts, words }) => {
    const { t, money, url } = words;
    const sent = money(facts.amount, facts.currency);
    return (
      <Layout words={words} preview={t("withdrawal_sent.preview", { amount: sent })} heading={t("withdrawal_sent.heading")} to={facts.first_name}>
        <Paragraph>{t("withdrawal_sent.text", { amount: sent })}</Paragraph>
        <WithdrawalFacts facts={facts} words={words} transactionReference={facts.transaction_reference} expected={t("expected.arrival")} />
        <Action href={url(links.withdrawal(facts.withdrawal))}>{t("action.withdrawal")}</Action>
        <Paragraph quiet>{t("withdrawal_sent.next")}</Paragraph>
      </Layout>
    );
  },
});

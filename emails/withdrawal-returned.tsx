import { Action } from "./components/action";
import { Layout } from "./components/layout";
import { Paragraph } from "./components/paragraph";
import { WithdrawalFacts } from "./components/withdrawal-facts";
import { line, withdrawal } from "./fact-schemas";
import { links } from "./links";
import { defineMail } from "./mail-kind";

export const withdrawalReturned = defineMail({
  facts: withdrawal.extend({ reason: line }),
  subject: ({ reference }, { t }) => t("withdrawal_returned.subject", { reference }),
  Mail: ({ facts, words }) => {
    const { t, url, wallet } = words;
    return (
      <Layout words={words} preview={t("withdrawal_returned.preview")} heading={t("withdrawal_returned.heading")} to={facts.first_name}>
        <Paragraph>{t("withdrawal_returned.text", { wallet: wallet(facts.wallet) })}</Paragraph>
        <WithdrawalFacts facts={facts} words={words} reason={facts.reason} expected={t("expected.immediate")} />
        <Paragraph>{t("withdrawal_returned.next")}</Paragraph>
        <Action href={url(links.withdrawal(facts.withdrawal))}>{t("action.withdrawal")}</Action>
      </Layout>
    );
  },
});

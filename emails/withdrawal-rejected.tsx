import { Action } from "./components/action";
import { Layout } from "./components/layout";
import { Paragraph } from "./components/paragraph";
import { WithdrawalFacts } from "./components/withdrawal-facts";
import { line, withdrawal } from "./fact-schemas";
import { links } from "./links";
import { defineMail } from "./mail-kind";

export const withdrawalRejected = defineMail({
  facts: withdrawal.extend({ reason: line }),
  subject: ({ reference }, { t }) => t("withdrawal_rejected.subject", { reference }),
  Mail: ({ facts, words }) => {
    const { t, url, wallet } = words;
    return (
      <Layout words={words} preview={t("withdrawal_rejected.preview")} heading={t("withdrawal_rejected.heading")} to={facts.first_name}>
        <Paragraph>{t("withdrawal_rejected.text", { wallet: wallet(facts.wallet) })}</Paragraph>
        <WithdrawalFacts facts={facts} words={words} reason={facts.reason} />
        <Action href={url(links.withdrawal(facts.withdrawal))}>{t("action.withdrawal")}</Action>
      </Layout>
    );
  },
});

import { Action } from "./components/action";
import { Layout } from "./components/layout";
import { Paragraph } from "./components/paragraph";
import { WithdrawalFacts } from "./components/withdrawal-facts";
import { withdrawal } from "./fact-schemas";
import { links } from "./links";
import { defineMail } from "./mail-kind";

export const withdrawalApproved = defineMail({
  facts: withdrawal,
  subject: ({ reference }, { t }) => t("withdrawal_approved.subject", { reference }),
  Mail: ({ facts, words }) => {
    const { t, url } = words;
    return (
      <Layout words={words} preview={t("withdrawal_approved.preview")} heading={t("withdrawal_approved.heading")} to={facts.first_name}>
        <Paragraph>{t("withdrawal_approved.text")}</Paragraph>
        <WithdrawalFacts facts={facts} words={words} expected={t("expected.sending")} />
        <Action href={url(links.withdrawal(facts.withdrawal))}>{t("action.withdrawal")}</Action>
      </Layout>
    );
  },
});

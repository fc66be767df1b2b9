import { Action } from "./components/action";
import { DepositFacts } from "./components/deposit-facts";
import { Layout } from "./components/layout";
import { Paragraph } from "./components/paragraph";
import { deposit } from "./fact-schemas";
import { links } from "./links";
import { defineMail } from "./mail-kind";

export const depositApproved = defineMail({
  facts: deposit,
  subject: ({ reference }, { t }) => t("deposit_approved.subject", { reference }),
  Mail: ({ facts, words }) => {
    const { t, money, url, wallet } = words;
    const credited = money(facts.received ?? facts.amount, facts.currency);
    const differs = facts.received !== null && facts.received !== facts.amount;
    return (
      <Layout words={words} preview={t("deposit_approved.preview", { amount: credited })} heading={t("deposit_approved.heading")} to={facts.first_name}>
        <Paragraph>{t("deposit_approved.text", { amount: credited, wallet: wallet("DEPOSIT") })}</Paragraph>
        <DepositFacts facts={facts} words={words} expected={t("expected.immediate")} />
        {differs && <Paragraph>{t("deposit_approved.differs")}</Paragraph>}
        <Action href={url(links.deposit(facts.deposit))}>{t("action.deposit")}</Action>
      </Layout>
    );
  },
});

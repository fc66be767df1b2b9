import { Action } from "./components/action";
import { DepositFacts } from "./components/deposit-facts";
import { Layout } from "./components/layout";
import { Paragraph } from "./components/paragraph";
import { deposit, line } from "./fact-schemas";
import { links } from "./links";
import { defineMail } from "./mail-kind";

export const depositRejected = defineMail({
  facts: deposit.extend({ reason: line }),
  subject: ({ reference }, { t }) => t("deposit_rejected.subject", { reference }),
  Mail: ({ facts, words }) => {
    const { t, url } = words;
    return (
      <Layout words={words} preview={t("deposit_rejected.preview")} heading={t("deposit_rejected.heading")} to={facts.first_name}>
        <Paragraph>{t("deposit_rejected.text")}</Paragraph>
        <DepositFacts facts={facts} words={words} reason={facts.reason} />
        <Paragraph>{t("deposit_rejected.next")}</Paragraph>
        <Action href={url(links.deposit(facts.deposit))}>{t("action.deposit")}</Action>
      </Layout>
    );
  },
});

import { Action } from "./components/action";
import { DepositFacts } from "./components/deposit-facts";
import { Layout } from "./components/layout";
import { Paragraph } from "./components/paragraph";
import { deposit } from "./fact-schemas";
import { links } from "./links";
import { defineMail } from "./mail-kind";

export const depositPending = defineMail({
  facts: deposit,
  subject: ({ reference }, { t }) => t("deposit_pending.subject", { reference }),
  Mail: ({ facts, words }) => {
    const { t, url } = words;
    return (
      <Layout words={words} preview={t("deposit_pending.preview")} heading={t("deposit_pending.heading")} to={facts.first_name}>
        <Paragraph>{t("deposit_pending.text")}</Paragraph>
        <DepositFacts facts={facts} words={words} expected={t("expected.decision")} />
        <Action href={url(links.deposit(facts.deposit))}>{t("action.deposit")}</Action>
        <Paragraph quiet>{t("deposit_pending.next")}</Paragraph>
      </Layout>
    );
  },
});

import { z } from "zod";

import { Action } from "./components/action";
import { Facts } from "./components/facts";
import { Layout } from "./components/layout";
import { Paragraph } from "./components/paragraph";
import { amount, currency, member } from "./fact-schemas";
import { links } from "./links";
import { defineMail } from "./mail-kind";

export const awaitingFunding = defineMail({
  facts: member.extend({ amount, currency, reason: z.enum(["accrual", "referral"]) }),
  subject: (_, { t }) => t("awaiting_funding.subject"),
  Mail: ({ facts, words }) => {
    const { t, money, url } = words;
    const reason = t(`awaiting_funding.reason.${facts.reason}`);
    return (
      <Layout words={words} preview={t("awaiting_funding.preview")} heading={t("awaiting_funding.heading")} to={facts.first_name}>
        <Paragraph>{t("awaiting_funding.text")}</Paragraph>
        <Facts
          rows={[
            { label: t("fact.amount"), value: money(facts.amount, facts.currency) },
            { label: t("fact.kind"), value: reason },
            { label: t("fact.expected"), value: t("expected.funding") },
          ]}
        />
        <Paragraph quiet>{t("awaiting_funding.next")}</Paragraph>
        <Action href={url(links.wallets)}>{t("action.wallets")}</Action>
      </Layout>
    );
  },
});

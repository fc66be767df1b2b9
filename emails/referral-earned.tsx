import { z } from "zod";

import { Action } from "./components/action";
import { Facts } from "./components/facts";
import { Layout } from "./components/layout";
import { Paragraph } from "./components/paragraph";
import { amount, currency, line, member } from "./fact-schemas";
import { links } from "./links";
import { defineMail } from "./mail-kind";

export const referralEarned = defineMail({
  facts: member.extend({ from: line, amount, currency, source_reference: line, source: z.enum(["investment", "ev_payment"]), held: z.boolean() }),
  subject: (_, { t }) => t("referral_earned.subject"),
  Mail: ({ facts, words }) => {
    const { t, money, url } = words;
    const earned = money(facts.amount, facts.currency);
    return (
      <Layout words={words} preview={t("referral_earned.preview", { amount: earned })} heading={t("referral_earned.heading")} to={facts.first_name}>
        <Paragraph>{t(`referral_earned.text.${facts.source}`, { name: facts.from })}</Paragraph>
        <Facts
          rows={[
            { label: t("fact.commission"), value: earned },
            { label: t("fact.from"), value: facts.from },
            { label: t(`referral_earned.source.${facts.source}`), value: facts.source_reference, exact: true },
            { label: t("fact.expected"), value: t(facts.held ? "referral_earned.held" : "expected.commission") },
          ]}
        />
        <Action href={url(links.referrals)}>{t("action.referrals")}</Action>
      </Layout>
    );
  },
});

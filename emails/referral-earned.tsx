import { Action } from "./components/action";
import { Facts } from "./components/facts";
import { Layout } from "./components/layout";
import { Paragraph } from "./components/paragraph";
import { amount, currency, line, member } from "./fact-schemas";
import { links } from "./links";
import { defineMail } from "./mail-kind";

export const referralEarned = defineMail({
  facts: member.extend({ from: line, amount, currency, source_reference: line }),
  subject: (_, { t }) => t("referral_earned.subject"),
  Mail: ({ facts, words }) => {
    const { t, money, url } = words;
    const earned = money(facts.amount, facts.currency);
    return (
      <Layout words={words} preview={t("referral_earned.preview", { amount: earned })} heading={t("referral_earned.heading")} to={facts.first_name}>
        <Paragraph>{t("referral_earned.text", { name: facts.from })}</Paragraph>
        <Facts
          rows={[
            { label: t("fact.commission"), value: earned },
            { label: t("fact.from"), value: facts.from },
            { label: t("fact.sourceReference"), value: facts.source_reference, exact: true },
            { label: t("fact.expected"), value: t("expected.commission") },
          ]}
        />
        <Action href={url(links.referrals)}>{t("action.referrals")}</Action>
      </Layout>
    );
  },
});

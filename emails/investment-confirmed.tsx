import { z } from "zod";

import { Action } from "./components/action";
import { Facts } from "./components/facts";
import { Layout } from "./components/layout";
import { Paragraph } from "./components/paragraph";
import { amount, currency, day, id, line, maybe, member, wallet } from "./fact-schemas";
import { links } from "./links";
import { defineMail } from "./mail-kind";

export const investmentConfirmed = defineMail({
  facts: member.extend({
    investment: id,
    reference: line,
    plan: line,
    amount,
    currency,
    wallet: maybe(wallet),
    start_on: day,
    end_on: day,
    days: z.int().positive(),
    per_day: amount,
    total: amount,
  }),
  subject: ({ reference }, { t }) => t("investment_confirmed.subject", { reference }),
  Mail: ({ facts, words }) => {
    const { t, common, money, date, url } = words;
    return (
      <Layout words={words} preview={t("investment_confirmed.preview", { date: date(facts.end_on) })} heading={t("investment_confirmed.heading")} to={facts.first_name}>
        <Paragraph>{t("investment_confirmed.text", { plan: facts.plan })}</Paragraph>
        <Facts
          rows={[
            { label: t("fact.reference"), value: facts.reference, exact: true },
            { label: t("fact.plan"), value: facts.plan },
            { label: t("fact.amount"), value: money(facts.amount, facts.currency) },
            facts.wallet ? { label: t("fact.paidFrom"), value: common(`wallet.${facts.wallet}`) } : null,
            { label: t("fact.startsOn"), value: date(facts.start_on) },
            { label: t("fact.endsOn"), value: date(facts.end_on) },
            { label: t("fact.days"), value: t("fact.daysValue", { count: facts.days }) },
            { label: t("fact.perDay"), value: money(facts.per_day, facts.currency) },
            { label: t("fact.projectedTotal"), value: money(facts.total, facts.currency) },
          ]}
        />
        <Paragraph>{t("investment_confirmed.next")}</Paragraph>
        <Action href={url(links.investment(facts.investment))}>{t("action.investment")}</Action>
        <Paragraph quiet>{t("investment_confirmed.projected")}</Paragraph>
      </Layout>
    );
  },
});

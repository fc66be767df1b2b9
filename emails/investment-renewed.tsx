import { z } from "zod";

import { Action } from "./components/action";
import { Facts } from "./components/facts";
import { Layout } from "./components/layout";
import { Paragraph } from "./components/paragraph";
import { amount, currency, day, id, line, member } from "./fact-schemas";
import { links } from "./links";
import { defineMail } from "./mail-kind";

/** Instead of the mail about an end: the principal has gone on into a new contract, whose terms are the facts. */
export const investmentRenewed = defineMail({
  facts: member.extend({
    investment: id,
    ended: line,
    earned: amount,
    reference: line,
    plan: line,
    amount,
    currency,
    start_on: day,
    end_on: day,
    days: z.int().positive(),
    total: amount,
  }),
  subject: ({ ended }, { t }) => t("investment_renewed.subject", { reference: ended }),
  Mail: ({ facts, words }) => {
    const { t, money, date, url } = words;
    return (
      <Layout words={words} preview={t("investment_renewed.preview", { date: date(facts.end_on) })} heading={t("investment_renewed.heading")} to={facts.first_name}>
        <Paragraph>{t("investment_renewed.text", { reference: facts.ended, date: date(facts.start_on), earned: money(facts.earned, facts.currency) })}</Paragraph>
        <Facts
          rows={[
            { label: t("fact.reference"), value: facts.reference, exact: true },
            { label: t("fact.plan"), value: facts.plan },
            { label: t("fact.amount"), value: money(facts.amount, facts.currency) },
            { label: t("fact.startsOn"), value: date(facts.start_on) },
            { label: t("fact.endsOn"), value: date(facts.end_on) },
            { label: t("fact.days"), value: t("fact.daysValue", { count: facts.days }) },
            { label: t("fact.projectedTotal"), value: money(facts.total, facts.currency) },
          ]}
        />
        <Paragraph>{t("investment_renewed.next")}</Paragraph>
        <Action href={url(links.investment(facts.investment))}>{t("action.investment")}</Action>
        <Paragraph quiet>{t("investment_confirmed.projected")}</Paragraph>
      </Layout>
    );
  },
});

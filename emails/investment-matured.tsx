import { z } from "zod";

import { Action } from "./components/action";
import { Facts } from "./components/facts";
import { Layout } from "./components/layout";
import { Paragraph } from "./components/paragraph";
import { isZero } from "~/money/format";
import { amount, currency, day, id, line, maybe, member } from "./fact-schemas";
import { links } from "./links";
import { defineMail } from "./mail-kind";

/** Why principal that was to be invested again was not. */
const obstacle = z.enum(["not_active", "below_minimum", "above_maximum", "suspended", "kyc_required", "treasury_short", "failed"]);

export const investmentMatured = defineMail({
  facts: member.extend({ investment: id, reference: line, plan: line, amount, total: amount, awaiting: maybe(amount), currency, end_on: day, obstacle: maybe(obstacle) }),
  subject: ({ reference }, { t }) => t("investment_matured.subject", { reference }),
  Mail: ({ facts, words }) => {
    const { t, common, money, date, url } = words;
    const awaits = facts.awaiting !== null && !isZero(facts.awaiting) ? money(facts.awaiting, facts.currency) : null;
    const wallet = words.wallet("DEPOSIT");
    const principal = money(facts.amount, facts.currency);
    return (
      <Layout words={words} preview={t("investment_matured.preview", { amount: principal, wallet })} heading={t("investment_matured.heading")} to={facts.first_name}>
        <Paragraph>{t("investment_matured.text", { plan: facts.plan, date: date(facts.end_on), amount: principal, wallet })}</Paragraph>
        <Facts
          rows={[
            { label: t("fact.reference"), value: facts.reference, exact: true },
            { label: t("fact.plan"), value: facts.plan },
            { label: t("fact.principal"), value: principal },
            { label: t("fact.earned"), value: money(facts.total, facts.currency) },
            awaits === null ? null : { label: t("fact.awaiting"), value: awaits },
            { label: t("fact.endedOn"), value: date(facts.end_on) },
          ]}
        />
        {awaits !== null && <Paragraph>{t("investment_matured.awaiting", { amount: awaits })}</Paragraph>}
        {facts.obstacle !== null && <Paragraph>{t("investment_matured.notRenewed", { reason: common(`notRenewed.${facts.obstacle}`) })}</Paragraph>}
        <Action href={url(links.investment(facts.investment))}>{t("action.investment")}</Action>
      </Layout>
    );
  },
});

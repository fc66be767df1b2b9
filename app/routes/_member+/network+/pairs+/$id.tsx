/** Explain this pair: in sentences, and every figure behind them. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withMember } from "~/auth/with-member.server";
import type { MemberHandle } from "~/components/member/place";
import { PairFacts } from "~/components/network/pair-facts";
import { Card, CardGrid, Money, Notice, Page, PageHeader, Stat, StateBadge, TimeText } from "~/components/ui";
import { memberPair } from "~/db/network.server";
import { formatMonth } from "~/money/dates";
import { formatMoney, formatPercent } from "~/money/format";

export const handle: MemberHandle = { title: "network:pair.title", place: "network" };

export function loader({ request, params }: LoaderFunctionArgs) {
  return withMember(request, async (token) => data(await memberPair(token, params.id ?? "")));
}

type Explained = ReturnType<typeof useLoaderData<typeof loader>>["pair"];

/** The reasons in the order in which the plan asks them. */
function useReasons(pair: Explained): string[] {
  const { t, i18n } = useTranslation("network");
  const money = (amount: string) => `${formatMoney(amount, pair.currency, i18n.language)} ${pair.currency}`;
  const paid = { paid: money(pair.buyer_total), needed: money(pair.active_buyer_amount) };
  const split =
    pair.life <= pair.first_full_pairs
      ? t("pair.whole", { count: pair.first_full_pairs })
      : pair.active_buyer
        ? t("pair.buyer", paid)
        : t("pair.split", { ...paid, first: pair.first_full_pairs, percent: formatPercent(pair.emi_percent, i18n.language), emi: money(pair.emi), earnings: money(pair.earnings) });
  return [
    t("pair.legs", { left: pair.left, right: pair.right }),
    t("pair.smaller", { smaller: Math.min(pair.left, pair.right), matched: pair.matched }),
    ...(pair.flushed > 0 ? [t("pair.flushed", { count: pair.flushed })] : []),
    t("pair.number", { life: pair.life, usage: pair.month_usage, cap: pair.monthly_pair_cap, month: formatMonth(pair.month, i18n.language) }),
    ...(pair.deferred ? [t("pair.deferred")] : []),
    t("pair.value", { value: money(pair.value), version: pair.version }),
    split,
    t(`pair.payment.${pair.payment}`),
  ];
}

export default function ExplainPair() {
  const { t } = useTranslation("network");
  const { pair } = useLoaderData<typeof loader>();
  const reasons = useReasons(pair);
  const title = t("pairs.pair", { number: pair.life });
  return (
    <Page>
      <PageHeader title={title} aside={<StateBadge state={pair.state === "reversed" ? "reversed" : pair.payment} />} crumbs={[{ label: t("pairs.title"), to: "/network/pairs" }, { label: title }]} />
      {pair.reversed_at ? (
        <Notice tone="warning" title={t("pair.reversed")}>
          {t("pair.reversedText")} <TimeText value={pair.reversed_at} />
        </Notice>
      ) : null}
      <CardGrid columns={3}>
        <Stat label={t("pair.facts.value")} value={<Money amount={pair.value} currency={pair.currency} />} />
        <Stat label={t("pairs.earnings")} value={<Money amount={pair.earnings} currency={pair.currency} />} />
        <Stat label={t("pairs.emi")} value={<Money amount={pair.emi} currency={pair.currency} />} />
      </CardGrid>
      <div className="grid items-start gap-6 md:grid-cols-[1.4fr_1fr]">
        <Card title={t("pair.why")}>
          <p className="mb-3 text-sm text-quiet">
            {t("pair.at")} <TimeText value={pair.at} />
          </p>
          <ol className="flex list-decimal flex-col gap-2 pl-5 text-sm">
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ol>
        </Card>
        <Card title={t("pair.figures")}>
          <PairFacts
            pair={pair}
            words={{
              left: t("tree.yourLeft"), right: t("tree.yourRight"), matched: t("pair.facts.matched"), flushed: t("pair.facts.flushed"), life: t("pair.facts.life"), serial: t("pair.facts.serial"), month: t("pair.facts.month"), usage: t("pair.facts.usage"),
              buyer: t("pair.facts.buyer"), needed: t("pair.facts.needed"), version: t("pair.facts.version"), value: t("pair.facts.value"), percent: t("pair.facts.percent"), emi: t("pairs.emi"), earnings: t("pairs.earnings"),
            }}
          />
        </Card>
      </div>
    </Page>
  );
}

import { useTranslation } from "react-i18next";

import { Count, DateText, Money, Percent, type Description } from "~/components/ui";
import type { CompensationPlan } from "~/db/compensation.server";
import { compareAmounts } from "~/money/decimal";
import { useLabel } from "../use-label";

type Figures = Omit<CompensationPlan, "id" | "version">;

const amounts: readonly string[] = ["pair_value", "emi_percent", "reserve_percent", "qualify_amount", "active_buyer_amount"];

/** 20 and 20.00 are the same. */
const same = (key: string, one: string, other: string) => (amounts.includes(key) ? compareAmounts(one, other) === 0 : one === other);

/** The figures of a version with their names; beside each that differs what it was in the version before. */
export function useFigureItems(): (plan: Figures, before?: Figures | null) => Description[] {
  const { t } = useTranslation("admin");
  const label = useLabel();
  const shown = (plan: Figures) => {
    const money = (amount: string) => <Money amount={amount} currency={plan.currency} />;
    return [
      { key: "from", term: t("compensation.from"), value: plan.from ? <DateText value={plan.from} /> : t("compensation.beginning") },
      { key: "pair_value", term: t("compensation.pairValue"), value: money(plan.pair_value) },
      { key: "first_full_pairs", term: t("compensation.full"), value: <Count value={plan.first_full_pairs} /> },
      { key: "emi_percent", term: t("compensation.emi"), value: <Percent rate={plan.emi_percent} /> },
      { key: "monthly_pair_cap", term: t("compensation.cap"), value: <Count value={plan.monthly_pair_cap} /> },
      { key: "over_cap", term: t("compensation.over"), value: label("overCap", plan.over_cap) },
      { key: "reserve_percent", term: t("compensation.reserve"), value: <Percent rate={plan.reserve_percent} /> },
      { key: "count_on", term: t("compensation.countOn"), value: label("countOn", plan.count_on) },
      { key: "qualify_amount", term: t("compensation.qualify"), value: money(plan.qualify_amount) },
      { key: "cooling_off_days", term: t("compensation.cooling"), value: t("compensation.days", { count: plan.cooling_off_days }) },
      { key: "placement", term: t("compensation.placement"), value: label("placement", plan.placement) },
      { key: "active_buyer_amount", term: t("compensation.buyer"), value: money(plan.active_buyer_amount) },
    ] as const;
  };
  return (plan, before = null) => {
    const earlier = before === null ? [] : shown(before);
    return shown(plan).map(({ key, term, value }) => {
      const was = key === "from" || before === null || same(key, String(plan[key]), String(before[key])) ? null : earlier.find((item) => item.key === key);
      return { term, value: was ? <strong className="font-strong">{value}</strong> : value, note: was ? <>{t("compensation.was")} {was.value}</> : key === "from" ? plan.timezone : undefined };
    });
  };
}

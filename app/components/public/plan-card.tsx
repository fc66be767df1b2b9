import { useTranslation } from "react-i18next";

import { Badge, DescriptionList, LinkButton, Percent } from "~/components/ui";
import { formatMoney } from "~/money/format";

export type PublicPlan = {
  id: string;
  name: string;
  currency: string;
  daily_rate: string;
  annual_rate: string;
  minimum: string;
  maximum: string;
  duration: number;
  unit: "DAYS" | "WEEKS" | "MONTHS";
  timezone: string;
  referral_rate: string;
  description: string;
  risk_text: string;
  above_rail: boolean;
};

/** A plan as a visitor compares it: rate and term first, the risk in view and not behind a link. */
export function PlanCard({ plan }: { plan: PublicPlan }) {
  const { t, i18n } = useTranslation("public");
  return (
    <li className="flex min-w-0 flex-col gap-4 rounded-card border border-line bg-surface p-5 shadow-card">
      <div className="flex flex-col gap-2">
        <div className="flex flex-wrap items-start justify-between gap-2">
          <h2 className="text-lg">{plan.name}</h2>
          {plan.above_rail ? <Badge tone="warning">{t("plans.aboveRail")}</Badge> : null}
        </div>
        <p className="text-xl font-strong tracking-tight">
          <Percent rate={plan.daily_rate} /> <span className="text-sm font-normal tracking-normal text-quiet">{t("plans.rate")}</span>
        </p>
        {plan.description ? <p className="text-sm">{plan.description}</p> : null}
      </div>
      <DescriptionList
        items={[
          { term: t("plans.term"), value: t(`plans.duration.${plan.unit}`, { count: plan.duration }) },
          {
            term: t("plans.amounts"),
            value: (
              <span className="tabular-nums">
                {t("plans.amountsValue", { minimum: formatMoney(plan.minimum, plan.currency, i18n.language), maximum: formatMoney(plan.maximum, plan.currency, i18n.language), currency: plan.currency })}
              </span>
            ),
          },
          { term: t("plans.annual"), value: <Percent rate={plan.annual_rate} /> },
          { term: t("plans.referral"), value: <Percent rate={plan.referral_rate} /> },
          { term: t("plans.zone"), value: plan.timezone },
        ]}
      />
      {plan.above_rail ? <p className="text-sm text-quiet">{t("plans.aboveRailText")}</p> : null}
      {plan.risk_text ? (
        <p className="text-sm text-quiet">
          <strong>{t("plans.risk")}:</strong> {plan.risk_text}
        </p>
      ) : null}
      <LinkButton to={`/invest/${plan.id}`} look="secondary" className="mt-auto">
        {t("plans.invest")}
      </LinkButton>
    </li>
  );
}

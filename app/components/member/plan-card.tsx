import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { Badge, Card, DescriptionList, Money, Percent } from "~/components/ui";
import type { Plan } from "~/db/invest.server";

export function PlanCard({ plan }: { plan: Plan }) {
  const { t } = useTranslation("member");
  return (
    <Card
      className="relative flex flex-col hover:border-line-strong"
      title={
        <Link to={`/invest/${plan.id}`} className="underline decoration-line-strong underline-offset-4 after:absolute after:inset-0 after:rounded-card">
          {plan.name}
        </Link>
      }
      action={plan.above_rail ? <Badge tone="warning">{t("invest.aboveRail")}</Badge> : null}
    >
      <p>
        <span className="text-xl font-strong tracking-tight">
          <Percent rate={plan.daily_rate} />
        </span>{" "}
        <span className="text-sm text-quiet">{t("invest.aDay")}</span>
      </p>
      <p className="mt-1 mb-4 text-sm text-quiet">{plan.description}</p>
      <PlanFacts plan={plan} />
    </Card>
  );
}

/** The terms as they stand in the version on sale. */
export function PlanFacts({ plan, rate = false }: { plan: Plan; rate?: boolean }) {
  const { t } = useTranslation("member");
  return (
    <DescriptionList
      items={[
        rate ? { term: t("invest.rate"), value: <Percent rate={plan.daily_rate} /> } : null,
        { term: t("invest.term"), value: t(`invest.duration.${plan.unit}`, { count: plan.duration }) },
        { term: t("invest.minimum"), value: <Money amount={plan.minimum} currency={plan.currency} /> },
        { term: t("invest.maximum"), value: <Money amount={plan.maximum} currency={plan.currency} /> },
        { term: t("invest.annual"), value: <Percent rate={plan.annual_rate} />, note: t("invest.annualNote") },
      ]}
    />
  );
}

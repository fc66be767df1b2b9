import { useTranslation } from "react-i18next";

import { Card, Count, DescriptionList, LinkButton, Money, Notice } from "~/components/ui";
import { useTermsItems } from "../../plans/terms-list";
import type { Evidence } from "../evidence.server";

/** Terms that are to be sold, beside the ones sold today, and in short what another rate would have done. */
export function PlanEvidence({ evidence: { plan, previous, rate_differs, what_if: run } }: { evidence: Extract<Evidence, { kind: "plan_activation" }> }) {
  const { t } = useTranslation("admin");
  const termsItems = useTermsItems();
  const replaces = previous && previous.version_id !== plan.version_id ? previous : null;
  return (
    <>
      {plan.above_rail ? (
        <Notice tone="danger" title={t("plans.aboveRail")}>
          {t("plans.aboveRailText")}
        </Notice>
      ) : null}
      <Card title={t("evidence.plan", { name: plan.name, version: plan.version })}>
        <DescriptionList items={[{ term: t("plan.zone"), value: plan.timezone }, ...termsItems(plan, plan.currency)]} />
      </Card>
      {rate_differs ? (
        <Card title={t("whatIf.title")} action={<LinkButton to={`/admin/plans/versions/${plan.version_id}`} look="secondary">{t("whatIf.open")}</LinkButton>}>
          {run?.result ? (
            <DescriptionList
              items={[
                { term: t("rateWhatIf.needAhead"), value: <Money amount={run.result.ahead} currency={plan.currency} signed /> },
                { term: t("whatIf.gaining"), value: <Count value={run.result.gaining} /> },
                { term: t("whatIf.losing"), value: <Count value={run.result.losing} /> },
              ]}
            />
          ) : (
            <p className="text-sm text-quiet">{t("whatIf.notYet")}</p>
          )}
        </Card>
      ) : null}
      {replaces ? (
        <Card title={t("evidence.planToday", { version: replaces.version })}>
          <DescriptionList items={termsItems(replaces, replaces.currency)} />
        </Card>
      ) : null}
    </>
  );
}

import { useTranslation } from "react-i18next";

import { Card, DescriptionList, Notice } from "~/components/ui";
import { useTermsItems } from "../../plans/terms-list";
import type { Evidence } from "../evidence.server";

/** Terms that are to be sold, beside the ones sold today. */
export function PlanEvidence({ evidence: { plan, previous } }: { evidence: Extract<Evidence, { kind: "plan_activation" }> }) {
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
      {replaces ? (
        <Card title={t("evidence.planToday", { version: replaces.version })}>
          <DescriptionList items={termsItems(replaces, replaces.currency)} />
        </Card>
      ) : null}
    </>
  );
}

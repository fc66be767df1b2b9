import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { Badge, DataTable, DateText, Money, Percent, StateBadge } from "~/components/ui";
import type { PlanVersion } from "~/db/invest.server";
import { isUnit } from "./plan-terms";

/** Every version a plan had; a sold one never changes, its hash is in each contract. */
export function VersionTable({ versions, currency }: { versions: PlanVersion[]; currency: string }) {
  const { t } = useTranslation("admin");
  return (
    <DataTable
      caption={t("plans.versions")}
      rows={versions}
      rowKey={({ id }) => id}
      columns={[
        { key: "version", label: t("plans.version"), kind: "title", cell: (version) => <span className="font-strong">{t("plans.versionNumber", { number: version.version })}</span> },
        { key: "tried", label: t("whatIf.title"), cell: (version) => <Link to={`/admin/plans/versions/${version.id}`} className="link inline-flex min-h-6 items-center">{t("whatIf.open")}<span className="sr-only">: {t("plans.versionNumber", { number: version.version })}</span></Link> },
        { key: "rate", label: t("plan.rate"), kind: "number", cell: (version) => <Percent rate={version.daily_rate} /> },
        {
          key: "range",
          label: t("plans.range"),
          kind: "number",
          cell: (version) => (
            <span>
              <Money amount={version.minimum} currency={currency} />
              <span className="block">
                <Money amount={version.maximum} currency={currency} />
              </span>
            </span>
          ),
        },
        { key: "term", label: t("plan.term"), cell: (version) => (isUnit(version.unit) ? t(`duration.${version.unit}`, { count: version.duration }) : version.duration) },
        { key: "from", label: t("planVersion.from"), cell: (version) => (version.effective_from ? <DateText value={version.effective_from} /> : null) },
        { key: "sold", label: t("plans.soldCount"), kind: "number", cell: (version) => version.sold_count ?? 0 },
        {
          key: "state",
          label: t("requests.state"),
          cell: (version) => (
            <span className="inline-flex flex-wrap gap-1.5">
              <StateBadge state={version.state} />
              {version.above_rail ? <Badge tone="danger">{t("plans.aboveRail")}</Badge> : null}
            </span>
          ),
        },
      ]}
    />
  );
}

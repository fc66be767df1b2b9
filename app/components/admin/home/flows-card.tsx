import { useTranslation } from "react-i18next";

import { Card, DataTable, EmptyState, Money } from "~/components/ui";
import type { StaffHome } from "~/db/office.server";
import { useLabel } from "../use-label";
import { useMay } from "../use-staff";

type Row = StaffHome["flows_today"][number];

/** What was posted today, by kind and currency. */
export function FlowsCard({ flows }: { flows: Row[] }) {
  const { t } = useTranslation("admin");
  const label = useLabel();
  const may = useMay();
  return (
    <Card title={t("home.flows")} padded={false}>
      <DataTable
        caption={t("home.flows")}
        rows={flows}
        rowKey={({ kind, currency }) => `${kind}-${currency}`}
        rowLink={({ currency }) => (may("reports.read") ? `/admin/reports/days?currency=${currency}` : undefined)}
        columns={[
          { key: "kind", label: t("home.kind"), kind: "title", cell: (row) => label("journal", row.kind) },
          { key: "count", label: t("home.count"), kind: "number", cell: (row) => row.count },
          { key: "sum", label: t("home.sum"), kind: "amount", cell: (row) => <Money amount={row.sum} currency={row.currency} /> },
        ]}
        empty={<EmptyState title={t("home.noFlows")}>{t("home.noFlowsText")}</EmptyState>}
      />
    </Card>
  );
}

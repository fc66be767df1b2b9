import { useTranslation } from "react-i18next";

import { Card, DataTable, DateText, EmptyState, Money } from "~/components/ui";
import type { StaffHome } from "~/db/office.server";
import { useLabel } from "../use-label";
import { useMay } from "../use-staff";

type Row = StaffHome["awaiting"][number];

/** Earned but not paid: each treasury that has not enough, and since when. */
export function AwaitingCard({ awaiting }: { awaiting: Row[] }) {
  const { t } = useTranslation("admin");
  const label = useLabel();
  const may = useMay();
  return (
    <Card title={t("home.awaiting")} padded={false}>
      <DataTable
        caption={t("home.awaiting")}
        rows={awaiting.filter(({ count }) => count > 0)}
        rowKey={({ treasury, currency }) => `${treasury}-${currency}`}
        rowLink={() => (may("treasury.read") ? "/admin/treasury" : undefined)}
        columns={[
          { key: "treasury", label: t("home.treasury"), kind: "title", cell: (row) => label("treasury", row.treasury) },
          { key: "count", label: t("home.count"), kind: "number", cell: (row) => row.count },
          { key: "oldest", label: t("home.oldestOn"), kind: "number", cell: (row) => (row.oldest_on ? <DateText value={row.oldest_on} /> : null) },
          { key: "sum", label: t("home.sum"), kind: "amount", cell: (row) => <Money amount={row.sum} currency={row.currency} /> },
        ]}
        empty={<EmptyState title={t("home.nothingAwaits")}>{t("home.nothingAwaitsText")}</EmptyState>}
      />
    </Card>
  );
}

import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { Badge, Card, DataTable, EmptyState } from "~/components/ui";
import type { StaffHome } from "~/db/office.server";
import { Age } from "../age";
import { useLabel } from "../use-label";
import { useMay } from "../use-staff";

type Row = { key: string; label: string; count: number; oldestAt: string | null; to: string };

/** What waits for a person, by kind and age; transfers to be made stand last, because they are ours to make. */
export function WaitingCard({ waiting, toSend }: { waiting: StaffHome["waiting"]; toSend: number }) {
  const { t } = useTranslation("admin");
  const label = useLabel();
  const may = useMay();
  const rows: Row[] = waiting
    .filter(({ count }) => count > 0)
    .map(({ kind, count, oldest_at }) => ({ key: kind, label: label("kind", kind), count, oldestAt: oldest_at, to: `/admin/requests?state=pending&kind=${encodeURIComponent(kind)}` }));
  if (toSend > 0) rows.push({ key: "to-send", label: t("home.toSend"), count: toSend, oldestAt: null, to: "/admin/withdrawals?state=approved" });
  return (
    <Card
      title={t("home.waiting")}
      padded={false}
      action={
        rows.length > 0 && may("requests.read") ? (
          <Link to="/admin/requests" className="link inline-block py-1">
            {t("home.openQueue")}
          </Link>
        ) : null
      }
    >
      <DataTable
        caption={t("home.waiting")}
        rows={rows}
        rowKey={({ key }) => key}
        rowLink={({ to, key }) => (may(key === "to-send" ? "withdrawals.read" : "requests.read") ? to : undefined)}
        columns={[
          { key: "kind", label: t("home.kind"), kind: "title", cell: (row) => row.label },
          { key: "count", label: t("home.count"), kind: "number", cell: (row) => <Badge tone="warning">{row.count}</Badge> },
          { key: "oldest", label: t("home.oldest"), kind: "number", cell: (row) => (row.oldestAt ? <Age since={row.oldestAt} /> : null) },
        ]}
        empty={<EmptyState title={t("home.nothingWaits")}>{t("home.nothingWaitsText")}</EmptyState>}
      />
    </Card>
  );
}

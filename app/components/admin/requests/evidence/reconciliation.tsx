import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { Badge, Card, DataTable, DateText, EmptyState, Money, Notice } from "~/components/ui";
import { FiguresList } from "../../reconciliation/figures-card";
import { useLabel } from "../../use-label";
import { useMay } from "../../use-staff";
import type { Evidence } from "../evidence.server";

/** A day's sheet as it was submitted: the figures that are signed, and every item with its reason. */
export function ReconciliationEvidence({ evidence, currency }: { evidence: Extract<Evidence, { kind: "reconciliation" }>; currency: string }) {
  const { t } = useTranslation("admin");
  const label = useLabel();
  const may = useMay();
  const { method, on, figures, items, stale } = evidence;
  return (
    <>
      {stale ? (
        <Notice tone="danger" title={t("recon.stale")}>
          {t("recon.staleText")}
        </Notice>
      ) : null}
      <Card
        title={t("recon.figures")}
        action={
          may("reconciliation.read") ? (
            <Link to={`/admin/reconciliation/${method.id}?on=${on}`} className="link inline-block min-h-6">
              {t("recon.openSheet")}
            </Link>
          ) : undefined
        }
      >
        <FiguresList figures={figures} currency={currency} />
      </Card>
      <Card title={t("recon.items")} padded={false}>
        <DataTable
          caption={t("recon.items")}
          rows={items.map((item, place) => ({ ...item, place }))}
          rowKey={({ place }) => String(place)}
          columns={[
            { key: "amount", label: t("requests.amount"), kind: "amount", cell: (row) => <Money amount={row.amount} currency={currency} signed /> },
            { key: "side", label: t("recon.where"), kind: "title", cell: (row) => t(`recon.side.${row.side}`) },
            { key: "on", label: t("recon.day"), cell: (row) => <DateText value={row.on} /> },
            { key: "why", label: t("recon.explanation"), cell: (row) => <><Badge>{label("explanation", row.reason)}</Badge> {row.note}</> },
          ]}
          empty={<EmptyState title={t("recon.noItems")}>{t("recon.noItemsText")}</EmptyState>}
        />
      </Card>
    </>
  );
}

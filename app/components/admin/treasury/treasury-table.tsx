import { useTranslation } from "react-i18next";

import { DataTable, DateText, EmptyState, Money } from "~/components/ui";
import type { TreasuryAnswer } from "~/db/treasury.server";
import { useLabel } from "../use-label";
import { FreeMoney } from "./free-money";

type Row = TreasuryAnswer["treasuries"][number];

/** Each treasury: what it has, what of it is set aside, what waits for it, and what is left. */
export function TreasuryTable({ treasuries }: { treasuries: Row[] }) {
  const { t } = useTranslation("admin");
  const label = useLabel();
  return (
    <DataTable
      caption={t("treasury.treasuries")}
      rows={treasuries}
      rowKey={({ name, currency }) => `${name}-${currency}`}
      columns={[
        {
          key: "name",
          label: t("home.treasury"),
          kind: "title",
          cell: (row) => (
            <span>
              <span className="font-strong">{label("treasury", row.name)}</span> <span className="text-quiet">{row.currency}</span>
            </span>
          ),
        },
        { key: "balance", label: t("treasury.balance"), kind: "number", cell: (row) => <Money amount={row.balance} currency={row.currency} /> },
        { key: "held", label: t("treasury.held"), kind: "number", cell: (row) => <Money amount={row.held} currency={row.currency} /> },
        {
          key: "awaiting",
          label: t("treasury.awaitingShort"),
          kind: "number",
          cell: (row) =>
            row.awaiting_count === 0 ? (
              <span className="text-quiet">{t("treasury.none")}</span>
            ) : (
              <span>
                <Money amount={row.awaiting_sum} currency={row.currency} />
                <span className="block text-xs text-quiet">
                  {t("treasury.items", { count: row.awaiting_count })}
                  {row.oldest_on ? (
                    <>
                      {" · "}
                      {t("treasury.since")} <DateText value={row.oldest_on} />
                    </>
                  ) : null}
                </span>
              </span>
            ),
        },
        {
          key: "free",
          label: t("treasury.free"),
          kind: "amount",
          cell: (row) => <FreeMoney free={row.free} currency={row.currency} />,
        },
      ]}
      empty={<EmptyState title={t("treasury.noTreasuries")}>{t("treasury.noTreasuriesText")}</EmptyState>}
    />
  );
}

import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { DataTable, DateText, EmptyState, Money } from "~/components/ui";
import type { TreasuryAnswer } from "~/db/treasury.server";
import { useLabel } from "../use-label";
import { useMay } from "../use-staff";

/** Earned and recorded, but not paid: in the order in which it will be, oldest first. */
export function AwaitingItems({ items }: { items: TreasuryAnswer["awaiting"] }) {
  const { t } = useTranslation("admin");
  const label = useLabel();
  const may = useMay();
  return (
    <DataTable
      caption={t("treasury.awaiting")}
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        { key: "what", label: t("treasury.what"), kind: "title", cell: (item) => <span className="font-strong">{item.k > 0 ? t("treasury.dayOf", { kind: label("itemKind", item.kind), day: item.k }) : label("itemKind", item.kind)}</span> },
        {
          key: "member",
          label: t("withdrawals.member"),
          cell: (item) =>
            may("members.read") ? (
              <Link to={`/admin/members/${item.member_id}`} className="link">
                {item.member}
              </Link>
            ) : (
              item.member
            ),
        },
        { key: "treasury", label: t("treasury.paidFrom"), cell: (item) => label("treasury", item.treasury) },
        { key: "on", label: t("treasury.valueOn"), cell: (item) => <DateText value={item.value_on} /> },
        { key: "amount", label: t("requests.amount"), kind: "amount", cell: (item) => <Money amount={item.amount} currency={item.currency} /> },
      ]}
      empty={<EmptyState title={t("home.nothingAwaits")}>{t("home.nothingAwaitsText")}</EmptyState>}
    />
  );
}

import { useTranslation } from "react-i18next";

import { DataTable, EmptyState, Money, StateBadge, TimeText } from "~/components/ui";
import type { BookingPayment } from "~/db/ev.server";
import { isZero } from "~/money/format";

/** Every payment of a booking: what came from the bank, what from the reserve, and what was given back. */
export function PaymentTable({ payments }: { payments: BookingPayment[] }) {
  const { t } = useTranslation("ev");
  return (
    <DataTable
      caption={t("payments.title")}
      rows={payments}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t("payments.empty.title")}>{t("payments.empty.text")}</EmptyState>}
      columns={[
        { key: "what", label: t("payments.what"), kind: "title", cell: ({ source, transaction_reference }) => <span className="break-all">{source === "emi" ? t("payments.emi") : transaction_reference}</span> },
        { key: "at", label: t("payments.at"), cell: ({ submitted_at }) => <TimeText value={submitted_at} /> },
        {
          key: "proof",
          label: t("payments.proof"),
          cell: ({ file }) =>
            file ? (
              <a href={`/resources/files/${file}`} className="link" download>
                {t("payments.download")}
              </a>
            ) : (
              t("payments.noProof")
            ),
        },
        { key: "state", label: t("booking.state"), cell: ({ state, reason }) => <span><StateBadge state={state} />{reason ? <span className="block text-xs text-quiet">{reason}</span> : null}</span> },
        {
          key: "amount",
          label: t("payments.amount"),
          kind: "amount",
          cell: ({ amount, returned, currency }) => (
            <span>
              <Money amount={amount} currency={currency} />
              {isZero(returned) ? null : <span className="block text-xs font-normal text-quiet">{t("payments.returned")} <Money amount={returned} currency={currency} /></span>}
            </span>
          ),
        },
      ]}
    />
  );
}

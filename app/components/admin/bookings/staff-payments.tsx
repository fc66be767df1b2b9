import { useTranslation } from "react-i18next";

import { DataTable, EmptyState, Money, StateBadge, TimeText } from "~/components/ui";
import type { BookingPayment } from "~/db/ev.server";
import { isZero } from "~/money/format";
import { useMay } from "../use-staff";

/** Every payment of a booking; one from outside opens the request that decided about it. */
export function StaffPayments({ payments }: { payments: BookingPayment[] }) {
  const { t } = useTranslation("admin");
  const may = useMay();
  return (
    <DataTable
      caption={t("bookings.payments")}
      rows={payments}
      rowKey={({ id }) => id}
      rowLink={({ request }) => (request && may("requests.read") ? `/admin/requests/${request}` : undefined)}
      empty={<EmptyState title={t("bookings.noPayments")} />}
      columns={[
        { key: "what", label: t("booking.transfer"), kind: "title", cell: ({ source, transaction_reference }) => <span className="break-all">{source === "emi" ? t("booking.emi") : transaction_reference}</span> },
        { key: "at", label: t("evidence.submitted"), cell: ({ submitted_at }) => <TimeText value={submitted_at} /> },
        { key: "state", label: t("requests.state"), cell: ({ state }) => <StateBadge state={state} /> },
        { key: "returned", label: t("bookings.returned"), kind: "number", cell: ({ returned, currency }) => (isZero(returned) ? "" : <Money amount={returned} currency={currency} />) },
        { key: "amount", label: t("booking.amount"), kind: "amount", cell: ({ amount, currency }) => <Money amount={amount} currency={currency} /> },
      ]}
    />
  );
}

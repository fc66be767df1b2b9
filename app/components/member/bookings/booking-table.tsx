import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { DataTable, DateText, Money, StateBadge } from "~/components/ui";
import type { Booking } from "~/db/ev.server";

/** Bookings with what of each is paid and what is left. */
export function BookingTable({ bookings, empty }: { bookings: Booking[]; empty: ReactNode }) {
  const { t } = useTranslation("ev");
  return (
    <DataTable
      caption={t("bookings.title")}
      rows={bookings}
      rowKey={({ id }) => id}
      rowLink={({ id }) => `/bookings/${id}`}
      empty={empty}
      columns={[
        { key: "vehicle", label: t("booking.vehicle"), kind: "title", cell: ({ vehicle_name, reference }) => <>{vehicle_name} <span className="font-normal text-quiet">{reference}</span></> },
        { key: "on", label: t("booking.bookedAt"), cell: ({ booked_at }) => <DateText value={booked_at} /> },
        { key: "state", label: t("booking.state"), cell: ({ status }) => <StateBadge state={status} /> },
        { key: "paid", label: t("booking.paid"), kind: "number", cell: ({ paid, currency }) => <Money amount={paid} currency={currency} /> },
        { key: "outstanding", label: t("booking.outstanding"), kind: "amount", cell: ({ outstanding, currency }) => <Money amount={outstanding} currency={currency} /> },
      ]}
    />
  );
}

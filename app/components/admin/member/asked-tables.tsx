import { useTranslation } from "react-i18next";

import { Card, Count, DataTable, DateText, DescriptionList, EmptyState, LinkButton, Money, StateBadge } from "~/components/ui";
import type { StaffMember } from "~/db/office.server";
import { useLabel } from "../use-label";
import { useMay } from "../use-staff";

/** What about this member was decided or waits for it. */
export function RequestsOfMember({ requests }: Pick<StaffMember, "requests">) {
  const { t } = useTranslation("admin");
  const label = useLabel();
  const may = useMay();
  return (
    <DataTable
      caption={t("member.requests")}
      rows={requests}
      rowKey={({ id }) => id}
      rowLink={({ id }) => (may("requests.read") ? `/admin/requests/${id}` : undefined)}
      columns={[
        { key: "kind", label: t("requests.kind"), kind: "title", cell: ({ kind, reference }) => <span>{label("kindOne", kind)}<span className="block text-xs text-quiet">{reference}</span></span> },
        { key: "amount", label: t("requests.amount"), kind: "amount", cell: ({ amount, currency }) => (amount !== null && currency !== null ? <Money amount={amount} currency={currency} /> : null) },
        { key: "at", label: t("member.askedOn"), cell: ({ created_at: at }) => <DateText value={at} /> },
        { key: "state", label: t("requests.state"), cell: ({ state }) => <StateBadge state={state} /> },
      ]}
      empty={<EmptyState title={t("member.noRequests")} />}
    />
  );
}

export function BookingTable({ bookings }: Pick<StaffMember, "bookings">) {
  const { t } = useTranslation("admin");
  const may = useMay();
  return (
    <DataTable
      caption={t("member.bookings")}
      rows={bookings}
      rowKey={({ id }) => id}
      rowLink={({ id }) => (may("bookings.read") ? `/admin/bookings/${id}` : undefined)}
      columns={[
        { key: "vehicle", label: t("member.vehicle"), kind: "title", cell: ({ vehicle_name: name, reference }) => <span>{name}<span className="block text-xs text-quiet">{reference}</span></span> },
        { key: "price", label: t("member.price"), kind: "amount", cell: ({ price, currency }) => <Money amount={price} currency={currency} /> },
        { key: "paid", label: t("member.paidFor"), kind: "number", cell: ({ paid, currency }) => <Money amount={paid} currency={currency} /> },
        { key: "booked", label: t("member.bookedOn"), cell: ({ booked_at: at }) => <DateText value={at} /> },
        { key: "state", label: t("requests.state"), cell: ({ status }) => <StateBadge state={status} /> },
      ]}
    />
  );
}

/** Where the member stands in the tree. */
export function PlaceCard({ network, member }: { network: NonNullable<StaffMember["network"]>; member: string }) {
  const { t } = useTranslation("admin");
  return (
    <Card title={t("member.place")} action={<LinkButton to={`/admin/network/${member}`} look="secondary">{t("member.openPairs")}</LinkButton>}>
      <DescriptionList
        items={[
          { term: t("member.sponsor"), value: network.sponsor?.name ?? t("member.nobody") },
          { term: t("member.placedOn"), value: <DateText value={network.placed_at} /> },
          { term: t("member.left"), value: <Count value={network.left} /> },
          { term: t("member.right"), value: <Count value={network.right} /> },
          { term: t("member.pairs"), value: <Count value={network.pairs} /> },
        ]}
      />
    </Card>
  );
}

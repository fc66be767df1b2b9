/** Bookings: all, those of somebody, or those whose refund has to be sent. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { readQuery } from "~/components/admin/query.server";
import { useMay } from "~/components/admin/use-staff";
import { Card, DataTable, DateText, EmptyState, FilterBar, LinkButton, Money, Page, PageHeader, Pager, StateBadge } from "~/components/ui";
import { staffBookings } from "~/db/ev.server";

export const handle = { title: "admin:bookings.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  const query = readQuery(request);
  const refunds = query.oneOf("show", ["refunds"]) !== null;
  return withSession(request, async () => data({ ...(await staffBookings(token, { refunds, search: query.text("search", 80) }, { cursor: query.cursor() })), refunds }));
}

export default function Bookings() {
  const { t } = useTranslation("admin");
  const may = useMay();
  const { items, next, refunds } = useLoaderData<typeof loader>();
  return (
    <Page>
      <PageHeader
        title={t("bookings.title")}
        lead={t("bookings.lead")}
        actions={
          may("requests.read") ? (
            <LinkButton to="/admin/requests?state=pending&kind=booking_payment" look="secondary">
              {t("bookings.toConfirm")}
            </LinkButton>
          ) : null
        }
      />
      <FilterBar
        filters={[
          { name: "search", label: t("bookings.search"), type: "search", placeholder: t("bookings.searchHint") },
          { name: "show", label: t("bookings.show"), type: "select", options: [{ value: "refunds", label: t("bookings.refunds") }] },
        ]}
      />
      <Card padded={false}>
        <DataTable
          caption={t("bookings.title")}
          rows={items}
          rowKey={({ id }) => id}
          rowLink={({ id }) => `/admin/bookings/${id}`}
          columns={[
            { key: "reference", label: t("booking.reference"), kind: "title", cell: ({ reference }) => reference },
            { key: "member", label: t("withdrawals.member"), cell: ({ member }) => member.name },
            { key: "vehicle", label: t("booking.vehicle"), cell: ({ vehicle_name }) => vehicle_name },
            { key: "on", label: t("bookings.on"), cell: ({ booked_at }) => <DateText value={booked_at} /> },
            { key: "state", label: t("requests.state"), cell: ({ status }) => <StateBadge state={status} /> },
            refunds
              ? { key: "refund", label: t("bookings.refund"), kind: "amount", cell: ({ refund, currency }) => <Money amount={refund ?? "0"} currency={currency} /> }
              : { key: "outstanding", label: t("booking.outstanding"), kind: "amount", cell: ({ outstanding, currency }) => <Money amount={outstanding} currency={currency} /> },
          ]}
          empty={<EmptyState title={refunds ? t("bookings.noRefunds") : t("requests.nothingFound")}>{refunds ? t("bookings.noRefundsText") : t("bookings.noneText")}</EmptyState>}
        />
        <Pager next={next} />
      </Card>
    </Page>
  );
}

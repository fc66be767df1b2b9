/** The catalogue with how many of each are booked. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { useMay } from "~/components/admin/use-staff";
import { Card, Count, DataTable, EmptyState, LinkButton, Money, Page, PageHeader, StateBadge } from "~/components/ui";
import { staffVehicles } from "~/db/ev.server";

export const handle = { title: "admin:vehicles.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => data(await staffVehicles(token)));
}

export default function Vehicles() {
  const { t } = useTranslation("admin");
  const may = useMay();
  const { vehicles } = useLoaderData<typeof loader>();
  const add = may("bookings.write") ? <LinkButton to="/admin/vehicles/new">{t("vehicles.add")}</LinkButton> : null;
  return (
    <Page>
      <PageHeader title={t("vehicles.title")} lead={t("vehicles.lead")} actions={add} />
      <Card padded={false}>
        <DataTable
          caption={t("vehicles.title")}
          rows={vehicles}
          rowKey={({ id }) => id}
          rowLink={({ id }) => `/admin/vehicles/${id}`}
          columns={[
            { key: "name", label: t("vehicles.name"), kind: "title", cell: ({ name }) => name },
            { key: "state", label: t("requests.state"), cell: ({ active }) => <StateBadge state={active ? "active" : "inactive"} /> },
            { key: "bookings", label: t("vehicles.booked"), kind: "number", cell: ({ bookings }) => <Count value={bookings} /> },
            { key: "price", label: t("vehicles.price"), kind: "amount", cell: ({ price, currency }) => <Money amount={price} currency={currency} /> },
          ]}
          empty={
            <EmptyState title={t("vehicles.none")} action={add}>
              {t("vehicles.noneText")}
            </EmptyState>
          }
        />
      </Card>
    </Page>
  );
}

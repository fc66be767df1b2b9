/** The catalogue: what can be booked, and for how much. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withMember } from "~/auth/with-member.server";
import { VehiclePicture } from "~/components/ev/vehicle-picture";
import { NetworkTabs } from "~/components/member/network-tabs";
import type { MemberHandle } from "~/components/member/place";
import { Card, EmptyState, Money, Page, PageHeader } from "~/components/ui";
import { memberVehicles, type Vehicle } from "~/db/ev.server";

export const handle: MemberHandle = { title: "ev:vehicles.title", place: "network" };

export function loader({ request }: LoaderFunctionArgs) {
  return withMember(request, async (token) => data(await memberVehicles(token)));
}

export default function Vehicles() {
  const { t } = useTranslation("ev");
  const { vehicles } = useLoaderData<typeof loader>();
  return (
    <Page>
      <PageHeader title={t("vehicles.title")} lead={t("vehicles.lead")} />
      <NetworkTabs />
      {vehicles.length === 0 ? (
        <Card padded={false}>
          <EmptyState title={t("vehicles.empty.title")}>{t("vehicles.empty.text")}</EmptyState>
        </Card>
      ) : (
        <ul className="grid gap-4 sm:grid-cols-2 md:grid-cols-3">
          {vehicles.map((vehicle) => (
            <li key={vehicle.id} className="flex *:grow">
              <VehicleCard vehicle={vehicle} />
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}

function VehicleCard({ vehicle }: { vehicle: Vehicle }) {
  const { t } = useTranslation("ev");
  return (
    <article className="relative flex min-w-0 flex-col gap-3 rounded-card border border-line bg-surface p-4 shadow-card hover:border-line-strong">
      <VehiclePicture src={vehicle.picture ? `/resources/vehicles/${vehicle.picture}` : null} />
      <div>
        <h2 className="text-base wrap-anywhere">
          <Link to={`/vehicles/${vehicle.id}`} className="underline decoration-line-strong underline-offset-4 after:absolute after:inset-0 after:rounded-card">
            {vehicle.name}
          </Link>
        </h2>
        <p className="mt-1 text-lg font-strong">
          <Money amount={vehicle.price} currency={vehicle.currency} />
        </p>
        <p className="text-sm text-quiet">
          {t("vehicles.from")} <Money amount={vehicle.first_payment} currency={vehicle.currency} />
        </p>
      </div>
    </article>
  );
}

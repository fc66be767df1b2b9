/** One vehicle: what members see of it, and its fields for those who may change them. */
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { paramId } from "~/components/admin/param-id.server";
import { SaidNotice } from "~/components/admin/said";
import { useMay } from "~/components/admin/use-staff";
import { saveFrom } from "~/components/admin/vehicles/save-vehicle.server";
import { VehicleFields } from "~/components/admin/vehicles/vehicle-fields";
import { VehiclePicture } from "~/components/ev/vehicle-picture";
import { Card, Count, DescriptionList, Money, Page, PageHeader, StateBadge } from "~/components/ui";
import { Problem } from "~/db/db-error.server";
import { staffVehicles } from "~/db/ev.server";
import { Form, RequestKey, SubmitButton } from "~/forms";
import { newRequestKey } from "~/forms/request-key.server";

export const handle = { title: (loaded: { vehicle: { name: string } } | undefined) => loaded?.vehicle.name ?? "admin:vehicles.title" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => {
    const id = paramId(params);
    const vehicle = (await staffVehicles(token)).vehicles.find((one) => one.id === id);
    if (!vehicle) throw new Problem("not_found");
    return data({ vehicle, key: newRequestKey() });
  });
}

export const action = ({ request, params }: ActionFunctionArgs) => saveFrom(request, paramId(params));

export default function Vehicle() {
  const { t } = useTranslation("admin");
  const may = useMay();
  const { vehicle, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page>
      <PageHeader title={vehicle.name} crumbs={[{ label: t("vehicles.title"), to: "/admin/vehicles" }, { label: vehicle.name }]} aside={<StateBadge state={vehicle.active ? "active" : "inactive"} />} />
      <SaidNotice />
      <div className="grid items-start gap-6 md:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          <VehiclePicture large src={vehicle.picture ? `/admin/vehicles/pictures/${vehicle.picture}` : null} />
          <Card>
            <DescriptionList
              items={[
                { term: t("vehicles.price"), value: <Money amount={vehicle.price} currency={vehicle.currency} /> },
                { term: t("vehicles.first"), value: <Money amount={vehicle.first_payment} currency={vehicle.currency} /> },
                { term: t("vehicles.booked"), value: <Count value={vehicle.bookings} /> },
              ]}
            />
          </Card>
        </div>
        {may("bookings.write") ? (
          <Card title={t("vehicles.edit")}>
            <Form answer={answer} key={key} encType="multipart/form-data" defaults={{ name: vehicle.name, price: vehicle.price, active: vehicle.active }}>
              <VehicleFields currency={vehicle.currency} pictured={vehicle.picture !== null} />
              <RequestKey value={key} />
              <SubmitButton>{t("vehicles.save")}</SubmitButton>
            </Form>
          </Card>
        ) : null}
      </div>
    </Page>
  );
}

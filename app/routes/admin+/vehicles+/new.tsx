/** A new vehicle of the catalogue. */
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { currencies } from "~/components/admin/currencies";
import { CurrencyChoice } from "~/components/admin/currency-choice";
import { readQuery } from "~/components/admin/query.server";
import { requirePermission } from "~/components/admin/require-permission.server";
import { saveFrom } from "~/components/admin/vehicles/save-vehicle.server";
import { VehicleFields } from "~/components/admin/vehicles/vehicle-fields";
import { Card, Page, PageHeader } from "~/components/ui";
import { Form, RequestKey, SubmitButton } from "~/forms";
import { newRequestKey } from "~/forms/request-key.server";

export const handle = { title: "admin:vehicles.add" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  const currency = readQuery(request).oneOf("currency", currencies) ?? "INR";
  return withSession(request, async () => {
    await requirePermission(token, "bookings.write");
    return data({ currency, key: newRequestKey() });
  });
}

export const action = ({ request }: ActionFunctionArgs) => saveFrom(request, null);

export default function NewVehicle() {
  const { t } = useTranslation("admin");
  const { currency, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page width="form">
      <PageHeader title={t("vehicles.add")} lead={t("vehicles.addLead")} crumbs={[{ label: t("vehicles.title"), to: "/admin/vehicles" }, { label: t("vehicles.add") }]} />
      <CurrencyChoice currencies={[...currencies]} chosen={currency} />
      <Card>
        <Form answer={answer} encType="multipart/form-data" defaults={{ active: true }}>
          <VehicleFields currency={currency} pictured={false} />
          <RequestKey value={key} />
          <SubmitButton>{t("vehicles.save")}</SubmitButton>
        </Form>
      </Card>
    </Page>
  );
}

import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { actRemoval } from "~/auth/removal.server";
import { withSignedInStaff } from "~/auth/with-staff.server";
import { RemovalView } from "~/components/security/removal-view";
import { Page, PageHeader } from "~/components/ui";
import { newRequestKey } from "~/forms/request-key.server";

export const handle = { title: "auth:removal.title" };

export function loader({ request }: LoaderFunctionArgs) {
  return withSignedInStaff(request, (_token, { in_use, required }) => {
    // Not theirs to remove: their page says what they can do instead.
    if (required) throw redirect("/admin/security");
    return data({ inUse: in_use !== null, key: newRequestKey() });
  });
}

export function action({ request, context }: ActionFunctionArgs) {
  return withSignedInStaff(request, (token) => actRemoval({ request, ip: context.ip, token, home: "/admin/security" }));
}

export default function Remove() {
  const { t } = useTranslation("auth");
  const { inUse, key } = useLoaderData<typeof loader>();
  return (
    <Page width="form">
      <PageHeader title={t("removal.title")} crumbs={[{ label: t("security.title"), to: "/admin/security" }, { label: t("removal.title") }]} />
      <RemovalView answer={useActionData<typeof action>()} requestKey={key} inUse={inUse} setUp="/login/authenticator" />
    </Page>
  );
}

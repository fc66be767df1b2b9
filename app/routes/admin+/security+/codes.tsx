import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { actCodes, codesState } from "~/auth/recovery.server";
import { withSignedInStaff } from "~/auth/with-staff.server";
import { CodesView } from "~/components/security/codes-view";
import { Page, PageHeader } from "~/components/ui";

export const handle = { title: "auth:codes.title" };

export function loader({ request }: LoaderFunctionArgs) {
  return withSignedInStaff(request, (_token, state) => data(codesState(request, state)));
}

export function action({ request, context }: ActionFunctionArgs) {
  return withSignedInStaff(request, (token) => actCodes({ request, ip: context.ip, token, here: "/admin/security/codes", home: "/admin/security" }));
}

export default function Codes() {
  const { t } = useTranslation("auth");
  const state = useLoaderData<typeof loader>();
  return (
    <Page width="form">
      <PageHeader title={t("codes.title")} lead={t("codes.lead")} crumbs={[{ label: t("security.title"), to: "/admin/security" }, { label: t("codes.title") }]} />
      <CodesView state={state} answer={useActionData<typeof action>()} setUp="/login/authenticator" />
    </Page>
  );
}

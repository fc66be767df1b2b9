import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { actCodes, codesState } from "~/auth/recovery.server";
import { requireStaff } from "~/auth/session.server";
import { CodesView } from "~/components/security/codes-view";
import { Page, PageHeader } from "~/components/ui";

export const handle = { title: "auth:codes.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => data(await codesState(request, token)));
}

export async function action({ request, context }: ActionFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, () => actCodes({ request, ip: context.ip, token, here: "/admin/security/codes", home: "/admin/security" }));
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

/**
 * Staff set up or replace their authenticator here. Who may not sign in without one is led here right after the mailed code and can do
 * nothing else before: the session has not proven enough for any page of the staff side.
 */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { actSetUp, setUpState } from "~/auth/set-up.server";
import { SetUpSteps } from "~/components/security/set-up-steps";
import { Page, PageHeader } from "~/components/ui";

export const handle = { title: "auth:setUp.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => {
    const state = await setUpState(token);
    // Members have a page of their own for this.
    if (state.audience === "member") throw redirect("/security/authenticator");
    return data(state);
  });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, () => actSetUp({ request, ip: context.ip, token, here: "/login/authenticator", codesPage: "/admin/security/codes" }));
}

export default function SetUp() {
  const { t } = useTranslation("auth");
  const state = useLoaderData<typeof loader>();
  return (
    <Page width="form">
      <PageHeader title={t("setUp.title")} lead={t("setUp.staffLead")} />
      <SetUpSteps state={state} answer={useActionData<typeof action>()} />
    </Page>
  );
}

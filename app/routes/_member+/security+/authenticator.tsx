import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { actSetUp, setUpState } from "~/auth/set-up.server";
import { withMember, withMemberSending } from "~/auth/with-member.server";
import type { MemberHandle } from "~/components/member/place";
import { SetUpSteps } from "~/components/security/set-up-steps";
import { Page, PageHeader } from "~/components/ui";

export const handle: MemberHandle = { title: "auth:setUp.title", place: "more" };

export function loader({ request }: LoaderFunctionArgs) {
  return withMember(request, async (token) => data(await setUpState(token)));
}

export function action({ request, context }: ActionFunctionArgs) {
  return withMemberSending(request, (token) => actSetUp({ request, ip: context.ip, token, here: "/security/authenticator", codesPage: "/security/codes" }));
}

export default function SetUp() {
  const { t } = useTranslation("auth");
  const state = useLoaderData<typeof loader>();
  return (
    <Page width="form">
      <PageHeader title={t("setUp.title")} lead={t("setUp.lead")} crumbs={[{ label: t("security.title"), to: "/security" }, { label: t("setUp.title") }]} />
      <SetUpSteps state={state} answer={useActionData<typeof action>()} />
    </Page>
  );
}

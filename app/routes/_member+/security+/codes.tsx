import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { actCodes, codesState } from "~/auth/recovery.server";
import { withMember, withMemberSending } from "~/auth/with-member.server";
import type { MemberHandle } from "~/components/member/place";
import { CodesView } from "~/components/security/codes-view";
import { Page, PageHeader } from "~/components/ui";
import { authAuthenticator } from "~/db/identity-proof.server";

export const handle: MemberHandle = { title: "auth:codes.title", place: "more" };

export function loader({ request }: LoaderFunctionArgs) {
  return withMember(request, async (token) => data(codesState(request, await authAuthenticator(token))));
}

export function action({ request, context }: ActionFunctionArgs) {
  return withMemberSending(request, (token) => actCodes({ request, ip: context.ip, token, here: "/security/codes", home: "/security" }));
}

export default function Codes() {
  const { t } = useTranslation("auth");
  const state = useLoaderData<typeof loader>();
  return (
    <Page width="form">
      <PageHeader title={t("codes.title")} lead={t("codes.lead")} crumbs={[{ label: t("security.title"), to: "/security" }, { label: t("codes.title") }]} />
      <CodesView state={state} answer={useActionData<typeof action>()} setUp="/security/authenticator" />
    </Page>
  );
}

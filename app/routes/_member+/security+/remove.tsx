import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { actRemoval } from "~/auth/removal.server";
import { withMember, withMemberSending } from "~/auth/with-member.server";
import type { MemberHandle } from "~/components/member/place";
import { RemovalView } from "~/components/security/removal-view";
import { Page, PageHeader } from "~/components/ui";
import { authAuthenticator } from "~/db/identity-proof.server";
import { newRequestKey } from "~/forms/request-key.server";

export const handle: MemberHandle = { title: "auth:removal.title", place: "more" };

export function loader({ request }: LoaderFunctionArgs) {
  return withMember(request, async (token) => {
    const { in_use } = await authAuthenticator(token);
    return data({ inUse: in_use !== null, key: newRequestKey() });
  });
}

export function action({ request, context }: ActionFunctionArgs) {
  return withMemberSending(request, (token) => actRemoval({ request, ip: context.ip, token, home: "/security" }));
}

export default function Remove() {
  const { t } = useTranslation("auth");
  const { inUse, key } = useLoaderData<typeof loader>();
  return (
    <Page width="form">
      <PageHeader title={t("removal.title")} crumbs={[{ label: t("security.title"), to: "/security" }, { label: t("removal.title") }]} />
      <RemovalView answer={useActionData<typeof action>()} requestKey={key} inUse={inUse} setUp="/security/authenticator" pauses />
    </Page>
  );
}

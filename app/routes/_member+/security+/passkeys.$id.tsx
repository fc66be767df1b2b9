import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { actPasskeyRemoval, passkeyToRemove } from "~/auth/passkey-pages.server";
import { withMember, withMemberSending } from "~/auth/with-member.server";
import type { MemberHandle } from "~/components/member/place";
import { PasskeyRemoval } from "~/components/security/passkey-removal";
import { Page, PageHeader } from "~/components/ui";

export const handle: MemberHandle = { title: "auth:passkeys.removal.title", place: "more" };

export function loader({ request, params }: LoaderFunctionArgs) {
  return withMember(request, async (token) => data(await passkeyToRemove(token, params.id)));
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return withMemberSending(request, (token) => actPasskeyRemoval({ request, ip: context.ip, token, home: "/security", id: params.id }));
}

export default function RemovePasskey() {
  const { t } = useTranslation("auth");
  const { passkey, key } = useLoaderData<typeof loader>();
  return (
    <Page width="form">
      <PageHeader title={t("passkeys.removal.title")} crumbs={[{ label: t("security.title"), to: "/security" }, { label: t("passkeys.removal.title") }]} />
      <PasskeyRemoval passkey={passkey} answer={useActionData<typeof action>()} requestKey={key} pauses />
    </Page>
  );
}

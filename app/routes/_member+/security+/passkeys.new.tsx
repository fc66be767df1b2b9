import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { actNewPasskey, newPasskeyState } from "~/auth/passkey-pages.server";
import { withMember, withMemberSending } from "~/auth/with-member.server";
import type { MemberHandle } from "~/components/member/place";
import { NewPasskey } from "~/components/security/new-passkey";
import { Page, PageHeader } from "~/components/ui";

export const handle: MemberHandle = { title: "auth:passkeys.add", place: "more" };

export function loader({ request }: LoaderFunctionArgs) {
  return withMember(request, async (token) => data(await newPasskeyState(token)));
}

export function action({ request, context }: ActionFunctionArgs) {
  return withMemberSending(request, (token) => actNewPasskey({ request, ip: context.ip, token, home: "/security" }));
}

export default function NewPasskeyPage() {
  const { t } = useTranslation("auth");
  const { full, key } = useLoaderData<typeof loader>();
  return (
    <Page width="form">
      <PageHeader title={t("passkeys.add")} lead={t("passkeys.lead")} crumbs={[{ label: t("security.title"), to: "/security" }, { label: t("passkeys.add") }]} />
      <NewPasskey answer={useActionData<typeof action>()} requestKey={key} full={full} pauses />
    </Page>
  );
}

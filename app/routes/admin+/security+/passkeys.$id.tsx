import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { actPasskeyRemoval, passkeyToRemove } from "~/auth/passkey-pages.server";
import { withSignedInStaff } from "~/auth/with-staff.server";
import { PasskeyRemoval } from "~/components/security/passkey-removal";
import { Page, PageHeader } from "~/components/ui";

export const handle = { title: "auth:passkeys.removal.title" };

export function loader({ request, params }: LoaderFunctionArgs) {
  return withSignedInStaff(request, async (token) => data(await passkeyToRemove(token, params.id)));
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return withSignedInStaff(request, (token) => actPasskeyRemoval({ request, ip: context.ip, token, home: "/admin/security", id: params.id }));
}

export default function RemovePasskey() {
  const { t } = useTranslation("auth");
  const { passkey, key } = useLoaderData<typeof loader>();
  return (
    <Page width="form">
      <PageHeader title={t("passkeys.removal.title")} crumbs={[{ label: t("security.title"), to: "/admin/security" }, { label: t("passkeys.removal.title") }]} />
      <PasskeyRemoval passkey={passkey} answer={useActionData<typeof action>()} requestKey={key} />
    </Page>
  );
}

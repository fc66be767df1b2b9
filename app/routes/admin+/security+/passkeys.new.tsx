import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { actNewPasskey, newPasskeyState } from "~/auth/passkey-pages.server";
import { withSignedInStaff } from "~/auth/with-staff.server";
import { NewPasskey } from "~/components/security/new-passkey";
import { Page, PageHeader } from "~/components/ui";

export const handle = { title: "auth:passkeys.add" };

export function loader({ request }: LoaderFunctionArgs) {
  return withSignedInStaff(request, async (token) => data(await newPasskeyState(token)));
}

export function action({ request, context }: ActionFunctionArgs) {
  return withSignedInStaff(request, (token) => actNewPasskey({ request, ip: context.ip, token, home: "/admin/security" }));
}

export default function NewPasskeyPage() {
  const { t } = useTranslation("auth");
  const { full, key } = useLoaderData<typeof loader>();
  return (
    <Page width="form">
      <PageHeader title={t("passkeys.add")} lead={t("passkeys.lead")} crumbs={[{ label: t("security.title"), to: "/admin/security" }, { label: t("passkeys.add") }]} />
      <NewPasskey answer={useActionData<typeof action>()} requestKey={key} full={full} />
    </Page>
  );
}

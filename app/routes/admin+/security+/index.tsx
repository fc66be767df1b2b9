/** The authenticator and the passkeys of this member of staff. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { shownPasskeys } from "~/auth/passkey-pages.server";
import { withSignedInStaff } from "~/auth/with-staff.server";
import { AuthenticatorCard } from "~/components/security/authenticator-card";
import { PasskeysCard } from "~/components/security/passkeys-card";
import { readSaid } from "~/components/security/words";
import { Notice, Page, PageHeader } from "~/components/ui";

export const handle = { title: "auth:security.title" };

export function loader({ request }: LoaderFunctionArgs) {
  return withSignedInStaff(request, async (token, { in_use, required }) => data({ in_use, required, ...(await shownPasskeys(token)) }));
}

export default function Security() {
  const { t } = useTranslation("auth");
  const state = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const said = readSaid(search);
  return (
    <Page width="form">
      <PageHeader title={t("security.title")} lead={state.required ? t("security.staffMust") : t("security.staffMay")} />
      {said ? (
        <Notice tone="success" live>
          {t(`security.said.${said}`)}
        </Notice>
      ) : null}
      <AuthenticatorCard staff state={state} to={{ setUp: "/login/authenticator", codes: "/admin/security/codes", remove: "/admin/security/remove" }} />
      <PasskeysCard passkeys={state.passkeys} full={state.full} under="/admin/security/passkeys" />
    </Page>
  );
}

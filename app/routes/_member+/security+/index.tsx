/** What proves that it is the member: address, authenticator, recovery codes, passkeys, and where they are signed in. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { shownPasskeys } from "~/auth/passkey-pages.server";
import { withMember } from "~/auth/with-member.server";
import type { MemberHandle } from "~/components/member/place";
import { AuthenticatorCard } from "~/components/security/authenticator-card";
import { CoolingNotice } from "~/components/security/cooling-notice";
import { PasskeysCard } from "~/components/security/passkeys-card";
import { readSaid } from "~/components/security/words";
import { Card, LinkButton, Notice, Page, PageHeader } from "~/components/ui";
import { authAuthenticator } from "~/db/identity-proof.server";

export const handle: MemberHandle = { title: "auth:security.title", place: "more" };

export function loader({ request }: LoaderFunctionArgs) {
  return withMember(request, async (token) => {
    const [{ email, in_use, required, withdrawals_from }, passkeys] = await Promise.all([authAuthenticator(token), shownPasskeys(token)]);
    return data({ email, in_use, required, withdrawals_from, ...passkeys });
  });
}

export default function Security() {
  const { t } = useTranslation("auth");
  const { t: member } = useTranslation("member");
  const state = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const said = readSaid(search);
  return (
    <Page width="form">
      <PageHeader title={t("security.title")} lead={t("security.lead")} crumbs={[{ label: member("more.title"), to: "/more" }, { label: t("security.title") }]} />
      {said ? (
        <Notice tone="success" live>
          {t(`security.said.${said}`)}
        </Notice>
      ) : null}
      <CoolingNotice from={state.withdrawals_from} />
      <AuthenticatorCard state={state} to={{ setUp: "/security/authenticator", codes: "/security/codes", remove: "/security/remove" }} />
      <PasskeysCard passkeys={state.passkeys} full={state.full} under="/security/passkeys" />
      <Card title={t("security.email")}>
        <p className="wrap-anywhere">{state.email}</p>
        <p className="mt-1 text-sm text-quiet">{t("security.emailText")}</p>
        <LinkButton to="/security/email" look="secondary" className="mt-4">
          {t("email.title")}
        </LinkButton>
      </Card>
      <Card title={member("sessions.title")}>
        <p className="text-sm text-quiet">{member("sessions.lead")}</p>
        <LinkButton to="/sessions" look="secondary" className="mt-4">
          {t("security.sessions")}
        </LinkButton>
      </Card>
    </Page>
  );
}

/** Another address: prove it is you, prove the new mailbox, and the old one can take it back for three days. */
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { actEmailChange } from "~/auth/email-change.server";
import { withMember } from "~/auth/with-member.server";
import type { MemberHandle } from "~/components/member/place";
import { EmailSteps } from "~/components/security/email-steps";
import { Page, PageHeader } from "~/components/ui";
import { authAuthenticator } from "~/db/identity-proof.server";

export const handle: MemberHandle = { title: "auth:email.title", place: "more" };

export function loader({ request }: LoaderFunctionArgs) {
  return withMember(request, async (token) => data({ email: (await authAuthenticator(token)).email }));
}

export function action({ request, context }: ActionFunctionArgs) {
  return withMember(request, (token) => actEmailChange({ request, ip: context.ip, token, home: "/security" }));
}

export default function Email() {
  const { t } = useTranslation("auth");
  const { email } = useLoaderData<typeof loader>();
  return (
    <Page width="form">
      <PageHeader title={t("email.title")} lead={<span className="wrap-anywhere">{t("email.lead", { email })}</span>} crumbs={[{ label: t("security.title"), to: "/security" }, { label: t("email.title") }]} />
      <EmailSteps answer={useActionData<typeof action>()} />
    </Page>
  );
}

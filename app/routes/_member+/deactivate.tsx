/** A member deactivates the account, and opens it again with a code. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { guardedStep } from "~/auth/guarded-step.server";
import { withMember } from "~/auth/with-member.server";
import { deactivationPage } from "~/components/member/account-notice";
import type { MemberHandle } from "~/components/member/place";
import { useMemberFrame } from "~/components/member/use-frame";
import { StepForm } from "~/components/security/step-form";
import { Card, Notice, Page, PageHeader, TimeText } from "~/components/ui";
import { memberDeactivate, memberReopen } from "~/db/deactivation.server";
import { Form, RequestKey, SubmitButton } from "~/forms";
import { readBody } from "~/forms/body.server";
import { newRequestKey } from "~/forms/request-key.server";
import { readForm, refuse, requestKey } from "~/forms/submission.server";

export const handle: MemberHandle = { title: "member:deactivation.title", place: "more" };

const schema = () => z.object({ key: requestKey() });

export function loader({ request }: LoaderFunctionArgs) {
  return withMember(request, () => Promise.resolve(data({ key: newRequestKey() })));
}

export function action({ request, context }: ActionFunctionArgs) {
  return withMember(request, async (token) => {
    const form = await readBody(request);
    if (form.get("intent") === "deactivate") {
      const submission = await readForm(form, schema());
      if (submission.status !== "success") return refuse(submission);
      await memberDeactivate(token, submission.value.key);
      return redirect(deactivationPage);
    }
    return guardedStep({
      request, form, ip: context.ip, token, purpose: "reopening", context: "reopening", done: "reopened",
      work: (proof) => memberReopen(token, proof),
      then: () => redirect("/security?said=reopened"),
    });
  });
}

export default function Deactivation() {
  const { t } = useTranslation(["member", "auth"]);
  const { key } = useLoaderData<typeof loader>();
  const frame = useMemberFrame();
  const since = frame?.member.deactivated_at;
  const underWay = frame?.pending.withdrawals ?? 0;
  const answer = useActionData<typeof action>();
  return (
    <Page width="form">
      <PageHeader title={t("deactivation.title")} lead={t("deactivation.lead")} crumbs={[{ label: t("more.title"), to: "/more" }, { label: t("deactivation.title") }]} />
      {since ? (
        <>
          <Card title={t("deactivation.openTitle")}>
            <p className="mb-4 text-sm text-quiet">
              {t("deactivation.since")} <TimeText value={since} />
            </p>
            <StepForm answer={answer} requestKey={key} begin={t("deactivation.begin")} confirm={t("deactivation.confirmOpen")} />
          </Card>
          <Notice tone="warning">{t("auth:setUp.pauses")}</Notice>
        </>
      ) : (
        <>
          <Card title={t("deactivation.stays")}>
            <ul className="flex list-disc flex-col gap-1 pl-5 text-sm">
              <li>{t("deactivation.sessions")}</li>
              <li>{t("deactivation.nothing")}</li>
              <li>{t("deactivation.goesOn")}</li>
              <li>{t("deactivation.reopen")}</li>
            </ul>
          </Card>
          {underWay > 0 ? (
            <Notice tone="warning">
              <Link to="/withdrawals" className="link inline-flex min-h-6 items-center">
                {t("deactivation.underWay", { count: underWay })}
              </Link>
            </Notice>
          ) : null}
          <Card title={t("deactivation.confirmTitle")}>
            <Form answer={answer}>
              <RequestKey value={key} />
              <SubmitButton name="intent" value="deactivate" look="danger">
                {t("deactivation.confirm")}
              </SubmitButton>
            </Form>
            <p className="mt-4 text-sm">
              <Link to="/close" className="link inline-flex min-h-6 items-center">
                {t("deactivation.closeInstead")}
              </Link>
            </p>
          </Card>
        </>
      )}
    </Page>
  );
}

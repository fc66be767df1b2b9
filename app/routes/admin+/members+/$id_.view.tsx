/** Begins a look at a member's pages as the member sees them: why, and what comes with it. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { newToken, viewCookies } from "~/auth/cookies.server";
import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { line } from "~/components/admin/fields.server";
import { paramId } from "~/components/admin/param-id.server";
import { requirePermission } from "~/components/admin/require-permission.server";
import { Card, Page, PageHeader } from "~/components/ui";
import { staffMember, staffViewBegin } from "~/db/office.server";
import { Form, RequestKey, SubmitButton, TextareaField } from "~/forms";
import { newRequestKey } from "~/forms/request-key.server";
import { readForm, refuse, refuseProblem, requestKey } from "~/forms/submission.server";

const schema = () => z.object({ reason: line("view_reason_missing", 1000), key: requestKey() });

export const handle = { title: "admin:view.title" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => {
    await requirePermission(token, "members.view_as");
    const { member } = await staffMember(token, paramId(params));
    return data({ member: { id: member.id, name: member.name }, key: newRequestKey() });
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const token = await requireStaff(request);
  const submission = await readForm(request, schema());
  if (submission.status !== "success") return refuse(submission);
  return withSession(request, async () => {
    try {
      const view = newToken();
      await staffViewBegin(token, { member: paramId(params), newToken: view, ...submission.value });
      const headers = new Headers();
      for (const cookie of viewCookies(view, token)) headers.append("Set-Cookie", cookie);
      return redirect("/home", { headers });
    } catch (error) {
      return refuseProblem(submission, error);
    }
  });
}

export default function ViewAs() {
  const { t } = useTranslation("admin");
  const { member, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page width="form">
      <PageHeader title={t("view.of", { name: member.name })} lead={t("view.lead")} crumbs={[{ label: t("members.title"), to: "/admin/members" }, { label: member.name, to: `/admin/members/${member.id}` }, { label: t("view.title") }]} />
      <Card>
        <Form answer={answer}>
          <TextareaField name="reason" label={t("staff.reason")} hint={t("view.reasonHint")} rows={2} maxLength={1000} />
          <RequestKey value={key} />
          <SubmitButton>{t("view.begin")}</SubmitButton>
        </Form>
      </Card>
    </Page>
  );
}

/** Asks that a member's account be suspended, or that this be lifted: fill in, check, send for approval. */
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { CheckedForm } from "~/components/admin/checked-form";
import { checkedForm } from "~/components/admin/checked-form.server";
import { intentField } from "~/components/admin/check-answers.server";
import { line } from "~/components/admin/fields.server";
import { paramId } from "~/components/admin/param-id.server";
import { refuseReason } from "~/components/admin/refuse-reason.server";
import { requirePermission } from "~/components/admin/require-permission.server";
import { saidPath } from "~/components/admin/said";
import { Page, PageHeader } from "~/components/ui";
import { staffMember, staffMemberSuspend } from "~/db/office.server";
import { Hidden, TextareaField } from "~/forms";
import { newRequestKey } from "~/forms/request-key.server";
import { requestKey } from "~/forms/submission.server";

const schema = () => z.object({ suspend: z.enum(["yes", "no"]), reason: line("staff_reason_missing", 1000), key: requestKey(), intent: intentField() });

export const handle = { title: "admin:suspension.title" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => {
    await requirePermission(token, "members.suspend");
    const { member } = await staffMember(token, paramId(params));
    return data({ member: { id: member.id, name: member.name, suspended: member.status === "suspended" }, key: newRequestKey() });
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  return checkedForm(request, schema(), {
    may: "members.suspend",
    confirm: async ({ suspend, reason, key }, token) => {
      const { request: asked } = await staffMemberSuspend(token, { member: paramId(params), suspend: suspend === "yes", reason, key });
      return saidPath(`/admin/requests/${asked}`, "asked");
    },
    refusal: refuseReason,
  });
}

export default function Suspension() {
  const { t } = useTranslation("admin");
  const { member, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const title = member.suspended ? t("suspension.lift") : t("suspension.title");
  return (
    <Page width="form">
      <PageHeader title={title} lead={member.suspended ? t("suspension.liftLead") : t("suspension.lead")} crumbs={[{ label: t("members.title"), to: "/admin/members" }, { label: member.name, to: `/admin/members/${member.id}` }, { label: title }]} />
      <CheckedForm
        answer={answer}
        requestKey={key}
        items={(values) => [
          { term: t("suspension.member"), value: member.name },
          { term: t("suspension.what"), value: values.suspend === "yes" ? t("suspension.title") : t("suspension.lift") },
          { term: t("staff.reason"), value: values.reason ?? "" },
        ]}
        next={t("suspension.next")}
        confirm={t("staff.ask")}
      >
        <Hidden name="suspend" value={member.suspended ? "no" : "yes"} />
        <TextareaField name="reason" label={t("staff.reason")} hint={t("suspension.reasonHint")} rows={3} maxLength={1000} />
      </CheckedForm>
    </Page>
  );
}

/** Asks two people to let a member back in who has lost the mailbox or the authenticator: fill in, check, confirm. */
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { withSession } from "~/auth/guard.server";
import { normalEmail } from "~/auth/login.server";
import { mailedWords } from "~/auth/mailed-words.server";
import { requireStaff } from "~/auth/session.server";
import { CheckedForm } from "~/components/admin/checked-form";
import { checkedForm } from "~/components/admin/checked-form.server";
import { intentField } from "~/components/admin/check-answers.server";
import { line } from "~/components/admin/fields.server";
import { paramId } from "~/components/admin/param-id.server";
import { requirePermission } from "~/components/admin/require-permission.server";
import { saidPath } from "~/components/admin/said";
import { Page, PageHeader } from "~/components/ui";
import { staffMember } from "~/db/office.server";
import { staffRecoveryBegin } from "~/db/recovery.server";
import { CheckField, Field, TextareaField } from "~/forms";
import { newRequestKey } from "~/forms/request-key.server";
import { requestKey } from "~/forms/submission.server";

const schema = () =>
  z
    .object({
      email: z.union([z.literal(""), z.string().transform(normalEmail).pipe(z.email().max(254))]).optional().transform((email) => email ?? ""),
      drop_authenticator: z.literal("on").optional(),
      note: line("recovery_note_missing", 1000),
      key: requestKey(),
      intent: intentField(),
    })
    .refine(({ email, drop_authenticator: drop }) => email !== "" || drop === "on", { path: ["email"], error: "recovery_nothing" });

export const handle = { title: "admin:recovery.title" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => {
    await requirePermission(token, "members.recover");
    const { member } = await staffMember(token, paramId(params));
    return data({ member: { id: member.id, name: member.name ?? member.email, email: member.email }, key: newRequestKey() });
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  return checkedForm(request, schema(), {
    may: "members.recover",
    confirm: async ({ email, drop_authenticator: drop, note, key }, token) => {
      const { request: asked } = await staffRecoveryBegin(token, { member: paramId(params), email, dropAuthenticator: drop === "on", note, proof: mailedWords(), undo: mailedWords(), key });
      return saidPath(`/admin/requests/${asked}`, "recoveryAsked");
    },
  });
}

export default function Recovery() {
  const { t } = useTranslation("admin");
  const { member, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const here = `/admin/members/${member.id}`;
  return (
    <Page width="form">
      <PageHeader title={t("recovery.title")} lead={t("recovery.lead", { name: member.name })} crumbs={[{ label: t("members.title"), to: "/admin/members" }, { label: member.name, to: here }, { label: t("recovery.title") }]} />
      <CheckedForm
        answer={answer}
        requestKey={key}
        items={(values) => [
          { term: t("recovery.old"), value: <span className="break-all">{member.email}</span> },
          values.email ? { term: t("recovery.new"), value: <span className="break-all">{values.email}</span> } : null,
          { term: t("recovery.authenticator"), value: values.drop_authenticator ? t("recovery.dropped") : t("recovery.stays") },
          { term: t("recovery.note"), value: values.note ?? "" },
        ]}
        next={t("recovery.next")}
        confirm={t("recovery.ask")}
      >
        <Field name="email" type="email" label={t("recovery.new")} hint={t("recovery.newHint", { email: member.email })} optional autoComplete="off" />
        <CheckField name="drop_authenticator" label={t("recovery.drop")} hint={t("recovery.dropHint")} />
        <TextareaField name="note" label={t("recovery.note")} hint={t("recovery.noteHint")} />
      </CheckedForm>
    </Page>
  );
}

/** Opens a conversation: a question, or a grievance, which has clocks. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { withMember } from "~/auth/with-member.server";
import type { MemberHandle } from "~/components/member/place";
import { MessageForm } from "~/components/messages/message-form";
import { words } from "~/components/messages/message-schema.server";
import { Card, Page, PageHeader } from "~/components/ui";
import { memberThreadOpen } from "~/db/messaging.server";
import { attachUpload } from "~/files/attach-upload.server";
import { readUpload } from "~/files/read-upload.server";
import { Field, RadioField } from "~/forms";
import { newRequestKey } from "~/forms/request-key.server";
import { readForm, refuse, refuseProblem, refuseWith, requestKey } from "~/forms/submission.server";

export const handle: MemberHandle = { title: "member:messageNew.title", place: "more" };

const schema = () =>
  z.object({
    kind: z.enum(["question", "grievance"], { error: "invalid_choice" }),
    subject: z.string({ error: "subject_missing" }).trim().min(1, "subject_missing").max(120),
    body: words(),
    key: requestKey(),
  });

export function loader({ request }: LoaderFunctionArgs) {
  const kind = new URL(request.url).searchParams.get("kind") === "grievance" ? "grievance" : "question";
  return withMember(request, () => Promise.resolve(data({ kind, key: newRequestKey() })));
}

export function action({ request }: ActionFunctionArgs) {
  return withMember(request, async (token) => {
    const { form, upload, refused } = await readUpload(request, "file");
    const submission = await readForm(form, schema());
    if (refused) return refuseWith(submission, "file", "file_invalid");
    if (submission.status !== "success") return refuse(submission);
    const { kind, subject, body, key } = submission.value;
    try {
      const { thread } = await attachUpload(upload, (file) => memberThreadOpen(token, { grievance: kind === "grievance", subject, body, file, key }));
      return redirect(`/messages/${thread}?new=1`);
    } catch (error) {
      return refuseProblem(submission, error, { fields: ["subject", "body", "file"] });
    }
  });
}

export default function NewMessage() {
  const { t } = useTranslation("member");
  const { kind, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page width="form">
      <PageHeader title={t("messageNew.title")} lead={t("messageNew.lead")} crumbs={[{ label: t("messages.title"), to: "/messages" }, { label: t("messageNew.title") }]} />
      <Card>
        <MessageForm label={t("messageNew.body")} submit={t("messageNew.send")} requestKey={key} answer={answer} defaults={{ kind, subject: "", body: "" }} rows={8}>
          <RadioField
            name="kind"
            label={t("messageNew.kind")}
            options={[
              { value: "question", label: t("messageNew.question"), hint: t("messageNew.questionHint") },
              { value: "grievance", label: t("messageNew.grievance"), hint: t("messageNew.grievanceHint") },
            ]}
          />
          <Field name="subject" label={t("messages.subject")} maxLength={120} dir="auto" autoComplete="off" />
        </MessageForm>
      </Card>
      <p className="text-sm text-quiet">
        <Link to="/grievances" className="link">
          {t("messageNew.officer")}
        </Link>
      </p>
    </Page>
  );
}

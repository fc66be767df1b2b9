/** One conversation: what was written, and a form to go on. Opening it is reading it. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withMember } from "~/auth/with-member.server";
import type { MemberHandle } from "~/components/member/place";
import { Receipt } from "~/components/member/receipt";
import { Clocks } from "~/components/messages/clocks";
import { Conversation } from "~/components/messages/conversation";
import { MessageForm } from "~/components/messages/message-form";
import { beforeOf, writingSchema } from "~/components/messages/message-schema.server";
import { StandingBadge } from "~/components/messages/standing-badge";
import { Card, Notice, Page, PageHeader, StateBadge } from "~/components/ui";
import { isProblem } from "~/db/db-error.server";
import { memberMessageWrite, memberThread, memberThreadRead } from "~/db/messaging.server";
import { attachUpload } from "~/files/attach-upload.server";
import { readUpload } from "~/files/read-upload.server";
import { newRequestKey } from "~/forms/request-key.server";
import { readForm, refuse, refuseProblem, refuseWith } from "~/forms/submission.server";

export const handle: MemberHandle = { title: (loaded) => (loaded as { thread?: { subject: string } } | undefined)?.thread?.subject ?? "member:messages.title", place: "more" };

/** Staff who look at the member's pages have read nothing for the member. */
async function markRead(token: string, thread: string, upTo: number): Promise<void> {
  try {
    await memberThreadRead(token, thread, upTo);
  } catch (error) {
    if (!isProblem(error) || error.code !== "viewing_only") throw error;
  }
}

export function loader({ request, params }: LoaderFunctionArgs) {
  return withMember(request, async (token) => {
    const conversation = await memberThread(token, params.id ?? "", beforeOf(request));
    const shown = conversation.messages.at(-1)?.no ?? 0;
    if (conversation.thread.unread > 0) await markRead(token, conversation.thread.id, shown);
    return data({ ...conversation, key: newRequestKey() });
  });
}

export function action({ request, params }: ActionFunctionArgs) {
  return withMember(request, async (token) => {
    const { form, upload, refused } = await readUpload(request, "file");
    const submission = await readForm(form, writingSchema());
    if (refused) return refuseWith(submission, "file", "file_invalid");
    if (submission.status !== "success") return refuse(submission);
    const thread = params.id ?? "";
    const { body, key } = submission.value;
    try {
      const { no } = await attachUpload(upload, (file) => memberMessageWrite(token, { thread, body, file, key }));
      return redirect(`/messages/${thread}#m${no}`);
    } catch (error) {
      return refuseProblem(submission, error, { fields: ["body", "file"] });
    }
  });
}

export default function Message() {
  const { t } = useTranslation("member");
  const { thread, messages, earlier, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const closed = thread.state === "closed";
  return (
    <Page width="form">
      <PageHeader
        title={<span dir="auto" className="[overflow-wrap:anywhere]">{thread.subject}</span>}
        crumbs={[{ label: t("messages.title"), to: "/messages" }, { label: thread.reference }]}
        aside={thread.clocks ? <StandingBadge standing={thread.clocks.standing} /> : <StateBadge state={thread.state} />}
      />
      {search.has("new") ? (
        <Receipt title={t("message.sent")} reference={thread.reference}>
          {t(thread.kind === "grievance" ? "message.sentGrievance" : "message.sentText")}
        </Receipt>
      ) : null}
      {thread.clocks ? (
        <Card title={t("message.clocks")}>
          <Clocks clocks={thread.clocks} thread={thread} />
        </Card>
      ) : null}
      <Card>
        <Conversation messages={messages} earlier={earlier} own="member" filePath={(id) => `/messages/files/${id}`} />
      </Card>
      {closed ? <Notice tone="info">{t(thread.kind === "grievance" ? "message.closedGrievance" : "message.closed")}</Notice> : null}
      <Card title={closed ? t("message.again") : t("message.answer")}>
        <MessageForm key={messages.at(-1)?.no} label={t("message.words")} submit={t("message.send")} requestKey={key} answer={answer} />
      </Card>
    </Page>
  );
}

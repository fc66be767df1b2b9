/** One conversation: read, answered, given to somebody, closed. Whoever may answer and opens it has read it. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { actOnThread, threadAction } from "~/components/admin/messages/thread-actions.server";
import { ThreadDesk } from "~/components/admin/messages/thread-desk";
import { paramId } from "~/components/admin/param-id.server";
import { SaidNotice, saidPath } from "~/components/admin/said";
import { useMay } from "~/components/admin/use-staff";
import { Clocks } from "~/components/messages/clocks";
import { Conversation } from "~/components/messages/conversation";
import { answerFor } from "~/forms/answer";
import { MessageForm } from "~/components/messages/message-form";
import { beforeOf } from "~/components/messages/message-schema.server";
import { StandingBadge } from "~/components/messages/standing-badge";
import { Card, DescriptionList, Page, PageHeader, StateBadge, TimeText } from "~/components/ui";
import { staffThread, staffThreadRead } from "~/db/messaging-staff.server";
import { readUpload } from "~/files/read-upload.server";
import { newRequestKey } from "~/forms/request-key.server";
import { readForm, refuse, refuseProblem, refuseWith } from "~/forms/submission.server";

export const handle = { title: (loaded: { thread: { subject: string } } | undefined) => loaded?.thread.subject ?? "admin:messages.title" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => {
    const conversation = await staffThread(token, paramId(params), beforeOf(request));
    if (conversation.may_write && conversation.thread.unread > 0) await staffThreadRead(token, conversation.thread.id, conversation.messages.at(-1)?.no ?? 0);
    return data({ ...conversation, key: newRequestKey(), closeKey: newRequestKey() });
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const token = await requireStaff(request);
  const { form, upload, refused } = await readUpload(request, "file");
  const submission = await readForm(form, threadAction());
  if (refused) return refuseWith(submission, "file", "file_invalid");
  if (submission.status !== "success") return refuse(submission);
  return withSession(request, async () => {
    const thread = paramId(params);
    try {
      return redirect(saidPath(`/admin/messages/${thread}`, await actOnThread(token, thread, submission.value, upload)));
    } catch (error) {
      const close = submission.value.intent === "close";
      return refuseProblem(submission, error, { fields: close ? ["resolution"] : ["body", "file", "to"], rename: close ? { body: "resolution" } : {} });
    }
  });
}

export default function Message() {
  const { t } = useTranslation("admin");
  const may = useMay();
  const { thread, messages, earlier, colleagues, me, may_write: mayWrite, key, closeKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page>
      <PageHeader
        title={<span dir="auto" className="[overflow-wrap:anywhere]">{thread.subject}</span>}
        crumbs={[{ label: t("messages.title"), to: "/admin/messages" }, { label: thread.reference }]}
        aside={thread.clocks ? <StandingBadge standing={thread.clocks.standing} /> : <StateBadge state={thread.state} />}
      />
      <SaidNotice />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-6">
          <Card>
            <Conversation messages={messages} earlier={earlier} own="staff" filePath={(id) => `/admin/messages/files/${id}`} />
          </Card>
          {mayWrite && thread.state === "open" ? (
            <Card title={t("message.answer")}>
              <MessageForm key={messages.at(-1)?.no} intent="write" label={t("message.words")} submit={t("message.send")} requestKey={key} answer={answerFor(answer, "write")} />
            </Card>
          ) : null}
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <Card title={t("message.about")}>
            <DescriptionList
              items={[
                { term: t("messages.member"), value: may("members.read") ? <Link to={`/admin/members/${thread.member.id}`} className="link">{thread.member.name}</Link> : thread.member.name },
                { term: t("messages.reference"), value: <span className="numeral">{thread.reference}</span> },
                { term: t("messages.kind"), value: t(`messages.${thread.kind}`) },
                { term: t("message.opened"), value: <TimeText value={thread.opened_at} /> },
                { term: t("messages.assignee"), value: thread.assignee?.name ?? t("messages.nobody") },
              ]}
            />
          </Card>
          {thread.clocks ? (
            <Card title={t("message.clocks")}>
              <Clocks clocks={thread.clocks} thread={thread} />
            </Card>
          ) : null}
          {mayWrite ? <ThreadDesk thread={thread} colleagues={colleagues} me={me} requestKey={closeKey} answer={answer} /> : null}
        </div>
      </div>
    </Page>
  );
}

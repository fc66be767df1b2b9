/** What the portal has told the member: each leads to what it is about. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { siteForFrame } from "~/auth/site.server";
import { withMember } from "~/auth/with-member.server";
import { NoticeRow } from "~/components/member/notice-row";
import { tellNotice } from "~/components/member/notice-text.server";
import type { MemberHandle } from "~/components/member/place";
import { Card, EmptyState, FilterBar, Page, PageHeader, Pager } from "~/components/ui";
import { isProblem } from "~/db/db-error.server";
import { memberNoticeDelete, memberNoticeRead, memberNotices, noticeKinds } from "~/db/notice.server";
import { Form, Hidden, SubmitButton } from "~/forms";
import { readForm, refuse } from "~/forms/submission.server";
import { localPath } from "~/http/local-path";
import { languageOf } from "~/i18n/i18n.server";

export const handle: MemberHandle = { title: "member:notices.title", place: "more" };

const schema = () => z.object({ intent: z.enum(["open", "read", "all", "delete"]), notice: z.uuid(), to: z.string().max(500).optional() });

export function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const kind = noticeKinds.find((one) => one === searchParams.get("kind")) ?? null;
  const cursor = searchParams.get("cursor");
  return withMember(request, async (token) => {
    const [{ items, unread, next }, site] = await Promise.all([memberNotices(token, { kind }, { cursor }), siteForFrame()]);
    const total = Object.values(unread).reduce((sum, one) => sum + one, 0);
    return data({
      items: items.map((notice) => ({ id: notice.id, kind: notice.kind, told_at: notice.told_at, read: notice.read, ...tellNotice(notice, languageOf(request), site) })),
      next,
      kinds: noticeKinds.map((one) => ({ kind: one, unread: unread[one] ?? 0 })),
      // The newest of all: marked as read with every older one, and nothing that comes in the meantime.
      newest: total > 0 && kind === null && cursor === null ? (items[0]?.id ?? null) : null,
    });
  });
}

export function action({ request }: ActionFunctionArgs) {
  return withMember(request, async (token) => {
    const submission = await readForm(request, schema());
    if (submission.status !== "success") return refuse(submission);
    const { intent, notice, to } = submission.value;
    const back = `/notifications${new URL(request.url).search}`;
    try {
      if (intent === "delete") await memberNoticeDelete(token, notice);
      else await memberNoticeRead(token, notice, intent === "all");
    } catch (error) {
      // Deleted elsewhere in the meantime: there is nothing left to do about it.
      if (!isProblem(error) || error.code !== "not_found") throw error;
    }
    return redirect(intent === "open" ? localPath(to, back) : back);
  });
}

export default function Notifications() {
  const { t } = useTranslation("member");
  const { items, next, kinds, newest } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  return (
    <Page>
      <PageHeader
        title={t("notices.title")}
        lead={t("notices.lead")}
        actions={
          newest === null ? null : (
            <Form id="all">
              <Hidden name="notice" value={newest} />
              <SubmitButton look="secondary" name="intent" value="all">
                {t("notices.readAll")}
              </SubmitButton>
            </Form>
          )
        }
      />
      <FilterBar
        filters={[{ name: "kind", label: t("notices.kindLabel"), type: "select", options: kinds.map(({ kind, unread }) => ({ value: kind, label: unread > 0 ? t("notices.kindUnread", { kind: t(`notices.kind.${kind}`), count: unread }) : t(`notices.kind.${kind}`) })) }]}
      />
      <Card padded={false}>
        {items.length === 0 ? (
          search.get("kind") ? <EmptyState title={t("list.noMatch")} /> : <EmptyState title={t("notices.none")}>{t("notices.noneText")}</EmptyState>
        ) : (
          <ul className="divide-y divide-line" aria-label={t("notices.title")}>
            {items.map((notice) => (
              <NoticeRow key={notice.id} notice={notice} />
            ))}
          </ul>
        )}
        <Pager next={next} />
      </Card>
    </Page>
  );
}

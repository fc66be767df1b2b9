/** Everything the company has told the member; from the first page one is put away here. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { withMember } from "~/auth/with-member.server";
import { AnnouncementCard } from "~/components/announcements/announcement-card";
import { textOf } from "~/components/announcements/text-of.server";
import type { MemberHandle } from "~/components/member/place";
import { Card, DateText, EmptyState, Page, PageHeader, Pager } from "~/components/ui";
import { memberAnnouncementDismiss, memberAnnouncements } from "~/db/announcement.server";
import { isProblem } from "~/db/db-error.server";
import { readForm, refuse } from "~/forms/submission.server";
import { languageOf } from "~/i18n/i18n.server";

export const handle: MemberHandle = { title: "member:announcements.title", place: "more" };

const schema = () => z.object({ announcement: z.uuid() });

export function loader({ request }: LoaderFunctionArgs) {
  return withMember(request, async (token) => {
    const { items, next } = await memberAnnouncements(token, { cursor: new URL(request.url).searchParams.get("cursor") });
    return data({ items: items.map((one) => ({ id: one.id, from_at: one.from_at, over: one.over, told: textOf(one, languageOf(request)) })), next });
  });
}

export function action({ request }: ActionFunctionArgs) {
  return withMember(request, async (token) => {
    const submission = await readForm(request, schema());
    if (submission.status !== "success") return refuse(submission);
    try {
      await memberAnnouncementDismiss(token, submission.value.announcement);
    } catch (error) {
      // Withdrawn in the meantime: it is away already.
      if (!isProblem(error) || error.code !== "not_found") throw error;
    }
    return redirect("/home");
  });
}

export default function Announcements() {
  const { t } = useTranslation("member");
  const { items, next } = useLoaderData<typeof loader>();
  return (
    <Page>
      <PageHeader title={t("announcements.title")} lead={t("announcements.lead")} />
      {items.length === 0 ? (
        <Card padded={false}>
          <EmptyState title={t("announcements.none")}>{t("announcements.noneText")}</EmptyState>
        </Card>
      ) : (
        items.map(({ id, told, from_at, over }) => (
          <AnnouncementCard
            key={id}
            told={told}
            aside={
              <span className="text-quiet">
                <DateText value={from_at} />
                {over ? <>, {t("announcements.over")}</> : null}
              </span>
            }
          />
        ))
      )}
      <Pager next={next} />
    </Page>
  );
}

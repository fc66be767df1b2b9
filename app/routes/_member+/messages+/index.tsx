/** A member's conversations with staff, the last written first. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withMember } from "~/auth/with-member.server";
import type { MemberHandle } from "~/components/member/place";
import { StandingBadge } from "~/components/messages/standing-badge";
import { Badge, Card, DataTable, EmptyState, LinkButton, Page, PageHeader, Pager, StateBadge, TimeText } from "~/components/ui";
import { memberThreads } from "~/db/messaging.server";
import { formatCount } from "~/money/format";

export const handle: MemberHandle = { title: "member:messages.title", place: "more" };

export function loader({ request }: LoaderFunctionArgs) {
  return withMember(request, async (token) => data(await memberThreads(token, { cursor: new URL(request.url).searchParams.get("cursor") })));
}

export default function Messages() {
  const { t, i18n } = useTranslation("member");
  const { items, next } = useLoaderData<typeof loader>();
  const write = <LinkButton to="/messages/new">{t("messages.new")}</LinkButton>;
  return (
    <Page>
      <PageHeader title={t("messages.title")} lead={t("messages.lead")} actions={items.length > 0 ? write : null} />
      <Card padded={false}>
        <DataTable
          caption={t("messages.title")}
          rows={items}
          rowKey={({ id }) => id}
          rowLink={({ id }) => `/messages/${id}`}
          columns={[
            {
              key: "subject",
              label: t("messages.subject"),
              kind: "title",
              cell: ({ subject }) => <span dir="auto" className="[overflow-wrap:anywhere]">{subject}</span>,
            },
            {
              key: "reference",
              label: t("messages.reference"),
              cell: ({ reference, kind }) => (
                <>
                  <span className="numeral">{reference}</span>
                  {kind === "grievance" ? <span className="block text-xs text-quiet">{t("messages.grievance")}</span> : null}
                </>
              ),
            },
            { key: "last", label: t("messages.last"), cell: ({ last_at }) => <TimeText value={last_at} /> },
            { key: "state", label: t("messages.state"), cell: ({ state, clocks }) => (clocks ? <StandingBadge standing={clocks.standing} /> : <StateBadge state={state} />) },
            { key: "unread", label: t("messages.unread"), kind: "number", cell: ({ unread }) => (unread > 0 ? <Badge tone="accent">{formatCount(String(unread), i18n.language)}</Badge> : <span className="numeral">0</span>) },
          ]}
          empty={
            <EmptyState title={t("messages.none")} action={write}>
              {t("messages.noneText")}
            </EmptyState>
          }
        />
        <Pager next={next} />
      </Card>
    </Page>
  );
}

import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { StandingBadge } from "~/components/messages/standing-badge";
import { Badge, DataTable, StateBadge, TimeText } from "~/components/ui";
import type { StaffThreadRow } from "~/db/messaging-staff.server";

type Props = { threads: StaffThreadRow[]; caption: string; /** the clock that runs out next, instead of who wrote last */ due?: boolean; empty: ReactNode };

/** Conversations with whose they are and who has taken them. */
export function ThreadTable({ threads, caption, due = false, empty }: Props) {
  const { t } = useTranslation("admin");
  return (
    <DataTable
      caption={caption}
      rows={threads}
      rowKey={({ id }) => id}
      rowLink={({ id }) => `/admin/messages/${id}`}
      columns={[
        {
          key: "subject",
          label: t("messages.subject"),
          kind: "title",
          cell: ({ subject }) => <span dir="auto" className="[overflow-wrap:anywhere]">{subject}</span>,
        },
        { key: "reference", label: t("messages.reference"), cell: ({ reference }) => <span className="numeral">{reference}</span> },
        { key: "member", label: t("messages.member"), cell: ({ member }) => <span className="[overflow-wrap:anywhere]">{member.name}</span> },
        due
          ? { key: "due", label: t("messages.due"), cell: ({ clocks }) => (clocks?.due_at ? <TimeText value={clocks.due_at} /> : null) }
          : { key: "last", label: t("messages.last"), cell: ({ last_at }) => <TimeText value={last_at} /> },
        { key: "assignee", label: t("messages.assignee"), cell: ({ assignee }) => assignee?.name ?? <span className="text-quiet">{t("messages.nobody")}</span> },
        {
          key: "state",
          label: t("requests.state"),
          cell: ({ state, clocks, unread }) => (
            <span className="flex flex-wrap gap-1">
              {clocks ? <StandingBadge standing={clocks.standing} /> : <StateBadge state={state} />}
              {unread > 0 ? <Badge tone="accent">{t("messages.unread", { count: unread })}</Badge> : null}
            </span>
          ),
        },
      ]}
      empty={empty}
    />
  );
}

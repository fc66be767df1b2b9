import { useTranslation } from "react-i18next";

import { DataTable, DateText, EmptyState, Money, StateBadge } from "~/components/ui";
import type { StaffMilestone, StaffMilestones } from "~/db/milestone.server";
import { formatCount } from "~/money/format";
import type { ReactNode } from "react";

/** Every milestone with what has been granted for it. */
export function MilestoneTable({ milestones, create }: { milestones: StaffMilestones["milestones"]; create: ReactNode }) {
  const { t, i18n } = useTranslation("admin");
  return (
    <DataTable
      caption={t("milestones.title")}
      rows={milestones}
      rowKey={({ id }) => id}
      rowLink={({ id }) => `/admin/milestones/${id}`}
      columns={[
        { key: "name", label: t("milestones.name"), kind: "title", cell: ({ name }) => name },
        { key: "needed", label: t("milestones.needed"), kind: "number", cell: ({ needed }) => <span className="numeral">{formatCount(String(needed), i18n.language)}</span> },
        { key: "reward", label: t("milestones.reward"), kind: "number", cell: ({ reward, currency }) => <Money amount={reward} currency={currency} /> },
        {
          key: "granted",
          label: t("milestones.granted"),
          kind: "number",
          cell: (one) => (
            <span>
              <Money amount={one.granted} currency={one.currency} />
              <span className="block text-xs text-quiet">{t("milestones.claimsOf", { count: one.approved, waiting: formatCount(String(one.pending), i18n.language) })}</span>
            </span>
          ),
        },
        { key: "state", label: t("requests.state"), cell: ({ state }) => <StateBadge state={state} /> },
      ]}
      empty={
        <EmptyState title={t("milestones.none")} action={create}>
          {t("milestones.noneText")}
        </EmptyState>
      }
    />
  );
}

/** Who claimed one, newest first; each opens its request. */
export function ClaimTable({ claims }: { claims: StaffMilestone["claims"] }) {
  const { t, i18n } = useTranslation("admin");
  return (
    <DataTable
      caption={t("milestones.claims")}
      rows={claims}
      rowKey={({ id }) => id}
      rowLink={({ request }) => (request ? `/admin/requests/${request}` : undefined)}
      columns={[
        { key: "member", label: t("milestones.member"), kind: "title", cell: ({ member }) => member.name },
        { key: "reference", label: t("evidence.reference"), cell: ({ reference }) => <span className="numeral">{reference}</span> },
        { key: "claimed", label: t("milestones.claimed"), cell: ({ claimed_at }) => <DateText value={claimed_at} /> },
        { key: "counted", label: t("milestones.countedThen"), kind: "number", cell: ({ counted }) => <span className="numeral">{formatCount(String(counted), i18n.language)}</span> },
        { key: "state", label: t("requests.state"), cell: ({ state, payment }) => <StateBadge state={payment === "awaiting" ? "awaiting_funding" : state} /> },
      ]}
      empty={<EmptyState title={t("milestones.noClaims")}>{t("milestones.noClaimsText")}</EmptyState>}
    />
  );
}

import { useTranslation } from "react-i18next";

import { Badge, Card, DataTable, DateText, DescriptionList, Money, Notice, StateBadge } from "~/components/ui";
import { formatCount } from "~/money/format";
import type { Evidence } from "../evidence.server";

/** A claim for members brought: the offer, and everybody who was counted. */
export function MilestoneEvidence({ evidence: { milestone, claim, counted, active_now } }: { evidence: Extract<Evidence, { kind: "milestone" }> }) {
  const { t, i18n } = useTranslation("admin");
  const number = (value: number) => <span className="numeral">{formatCount(String(value), i18n.language)}</span>;
  return (
    <>
      {claim.state === "pending" && active_now < milestone.needed ? <Notice tone="warning">{t("milestones.fewerNow", { count: active_now })}</Notice> : null}
      <Card title={t("milestones.claim")}>
        <DescriptionList
          items={[
            { term: t("milestones.name"), value: milestone.name },
            { term: t("milestones.reward"), value: <Money amount={milestone.reward} currency={milestone.currency} /> },
            { term: t("milestones.needed"), value: number(milestone.needed) },
            { term: t("milestones.countedThen"), value: number(claim.counted) },
            { term: t("milestones.countedNow"), value: number(active_now) },
          ]}
        />
      </Card>
      <Card title={t("milestones.people")} padded={false}>
        <DataTable
          caption={t("milestones.people")}
          rows={counted}
          rowKey={({ id }) => id}
          rowLink={({ id }) => `/admin/members/${id}`}
          columns={[
            { key: "name", label: t("milestones.person"), kind: "title", cell: ({ name }) => name },
            { key: "joined", label: t("milestones.joined"), cell: ({ joined_at }) => <DateText value={joined_at} /> },
            { key: "state", label: t("requests.state"), cell: ({ state }) => <StateBadge state={state} /> },
            { key: "kyc", label: t("milestones.kyc"), cell: ({ kyc }) => <Badge tone={kyc ? "success" : "warning"}>{kyc ? t("milestones.kycApproved") : t("milestones.kycMissing")}</Badge> },
            { key: "investments", label: t("milestones.investments"), kind: "number", cell: ({ investments }) => number(investments) },
          ]}
          empty={null}
        />
      </Card>
    </>
  );
}

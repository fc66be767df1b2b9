import { useTranslation } from "react-i18next";

import { Card, DateText, DescriptionList, LinkButton, Notice, StateBadge } from "~/components/ui";
import { WalletTable } from "../../member/money-tables";
import type { Evidence } from "../evidence.server";

/** Who is to be suspended or let go on, why, and what they have. */
export function SuspensionEvidence({ evidence: { member, wallets, reason, stale } }: { evidence: Extract<Evidence, { kind: "suspension" }> }) {
  const { t } = useTranslation("admin");
  return (
    <>
      {stale ? <Notice tone="warning" title={t("staff.stale")}>{t("suspension.staleText")}</Notice> : null}
      <Card title={member.name} action={<LinkButton to={`/admin/members/${member.id}`} look="secondary">{t("suspension.open")}</LinkButton>}>
        <DescriptionList
          items={[
            { term: t("members.email"), value: <span className="break-all">{member.email}</span> },
            { term: t("staff.state"), value: <StateBadge state={member.status} /> },
            { term: t("members.joined"), value: <DateText value={member.joined_at} /> },
            { term: t("staff.reason"), value: <span className="break-words">{reason}</span> },
          ]}
        />
      </Card>
      <Card title={t("member.wallets")} padded={false}>
        <WalletTable wallets={wallets} />
      </Card>
    </>
  );
}

import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { Badge, DataTable, DateText, Money, Percent, StateBadge } from "~/components/ui";
import type { Referrals } from "~/db/referral.server";

/** Every commission with its base and rate; a paid one opens its movement. */
export function CommissionTable({ commissions, empty }: { commissions: Referrals["commissions"]; empty: ReactNode }) {
  const { t } = useTranslation("member");
  return (
    <DataTable
      caption={t("referrals.commissions")}
      rows={commissions}
      rowKey={({ source_kind, source_reference }) => `${source_kind} ${source_reference}`}
      rowLink={({ movement }) => (movement ? `/wallet/movements/${movement}` : undefined)}
      empty={empty}
      columns={[
        { key: "source", label: t("referrals.source"), kind: "title", cell: ({ source_kind, source_reference }) => t(source_kind === "ev_payment" ? "referrals.fromVehicle" : "referrals.fromInvestment", { reference: source_reference }) },
        { key: "at", label: t("movements.on"), cell: ({ at }) => <DateText value={at} /> },
        { key: "how", label: t("referrals.how"), cell: ({ base, rate, currency }) => <span><Percent rate={rate} /> {t("referrals.of")} <Money amount={base} currency={currency} /></span> },
        { key: "state", label: t("pending.state"), cell: ({ state }) => <StateBadge state={state} /> },
        { key: "amount", label: t("pending.amount"), kind: "amount", cell: ({ amount, currency }) => <Money amount={amount} currency={currency} /> },
      ]}
    />
  );
}

/** First name and initial only: that somebody came by my link does not make their account mine to read. */
export function PeopleTable({ people, empty }: { people: Referrals["items"]; empty: ReactNode }) {
  const { t } = useTranslation("member");
  const rows = people.map((person, index) => ({ ...person, key: `${index}` }));
  return (
    <DataTable
      caption={t("referrals.people")}
      rows={rows}
      rowKey={({ key }) => key}
      empty={empty}
      columns={[
        { key: "name", label: t("referrals.name"), kind: "title", cell: ({ name }) => name },
        { key: "joined", label: t("referrals.joined"), cell: ({ joined_at }) => <DateText value={joined_at} /> },
        {
          key: "invested",
          label: t("referrals.status"),
          cell: ({ invested, state }) =>
            state === "active" ? <Badge tone={invested === true ? "success" : "neutral"}>{invested === true ? t("referrals.invested") : t("referrals.notInvested")}</Badge> : <StateBadge state={state} />,
        },
      ]}
    />
  );
}

import { useTranslation } from "react-i18next";

import { DataTable, DateText, EmptyState, Money, Progress, StateBadge } from "~/components/ui";
import type { Deposit, Withdrawal } from "~/db/funding.server";
import type { Investment } from "~/db/invest.server";
import { useMay } from "../use-staff";

export function InvestmentTable({ investments }: { investments: Investment[] }) {
  const { t } = useTranslation("admin");
  return (
    <DataTable
      caption={t("member.investments")}
      rows={investments}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "plan",
          label: t("member.plan"),
          kind: "title",
          cell: (row) => (
            <span>
              <span className="font-strong">{row.plan_name}</span>
              <span className="block text-xs text-quiet">{row.reference}</span>
            </span>
          ),
        },
        { key: "amount", label: t("member.invested"), kind: "amount", cell: (row) => <Money amount={row.amount} currency={row.currency} /> },
        { key: "paid", label: t("member.paid"), kind: "number", cell: (row) => <Money amount={row.accrued} currency={row.currency} /> },
        { key: "awaiting", label: t("member.awaiting"), kind: "number", cell: (row) => <Money amount={row.awaiting} currency={row.currency} /> },
        { key: "end", label: t("member.ends"), cell: (row) => <DateText value={row.end_on} /> },
        {
          key: "progress",
          label: t("member.progress"),
          cell: (row) => (
            <div className="w-40">
              <Progress value={row.days_done} max={row.days} label={t("member.progressOf", { reference: row.reference })}>
                {t("member.day", { done: row.days_done, days: row.days })}
              </Progress>
            </div>
          ),
        },
        { key: "state", label: t("requests.state"), cell: (row) => <StateBadge state={row.state} /> },
      ]}
      empty={<EmptyState title={t("member.noInvestments")} />}
    />
  );
}

/** A deposit opens in the queue, where its proof and its decision are. */
export function DepositTable({ deposits }: { deposits: Deposit[] }) {
  const { t } = useTranslation("admin");
  const may = useMay();
  return (
    <DataTable
      caption={t("member.deposits")}
      rows={deposits}
      rowKey={({ id }) => id}
      rowLink={(row) => (may("requests.read") ? `/admin/requests?state=&search=${encodeURIComponent(row.reference)}` : undefined)}
      columns={[
        { key: "reference", label: t("withdrawals.reference"), kind: "title", cell: (row) => row.reference },
        { key: "method", label: t("evidence.method"), cell: (row) => row.method_name },
        { key: "at", label: t("member.when"), cell: (row) => <DateText value={row.submitted_at} /> },
        { key: "amount", label: t("requests.amount"), kind: "amount", cell: (row) => <Money amount={row.received ?? row.amount} currency={row.currency} /> },
        { key: "state", label: t("requests.state"), cell: (row) => <StateBadge state={row.state} /> },
      ]}
      empty={<EmptyState title={t("member.noDeposits")} />}
    />
  );
}

export function WithdrawalTable({ withdrawals }: { withdrawals: Withdrawal[] }) {
  const { t } = useTranslation("admin");
  const may = useMay();
  return (
    <DataTable
      caption={t("member.withdrawals")}
      rows={withdrawals}
      rowKey={({ id }) => id}
      rowLink={(row) => (may("withdrawals.read") ? `/admin/withdrawals/${row.id}` : undefined)}
      columns={[
        { key: "reference", label: t("withdrawals.reference"), kind: "title", cell: (row) => row.reference },
        { key: "to", label: t("withdrawals.to"), cell: (row) => `${row.destination_label} · ${row.destination_tail}` },
        { key: "at", label: t("member.when"), cell: (row) => <DateText value={row.requested_at} /> },
        { key: "amount", label: t("requests.amount"), kind: "amount", cell: (row) => <Money amount={row.amount} currency={row.currency} /> },
        { key: "state", label: t("requests.state"), cell: (row) => <StateBadge state={row.state} /> },
      ]}
      empty={<EmptyState title={t("member.noWithdrawals")} />}
    />
  );
}

import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { DataTable, DateText, Money, StateBadge } from "~/components/ui";
import type { Accrual } from "~/db/invest.server";

type Props = { accruals: Accrual[]; currency: string; empty: ReactNode };

/** Recorded days, newest first; a paid one opens the sum behind it. */
export function AccrualTable({ accruals, currency, empty }: Props) {
  const { t } = useTranslation("member");
  return (
    <DataTable
      caption={t("investment.days")}
      rows={accruals}
      rowKey={({ k }) => `${k}`}
      rowLink={({ movement }) => (movement ? `/wallet/movements/${movement}` : undefined)}
      empty={empty}
      columns={[
        { key: "day", label: t("schedule.day"), kind: "title", cell: ({ k, on }) => <>{t("investment.dayNumber", { day: k })} <span className="font-normal text-quiet"><DateText value={on} /></span></> },
        { key: "state", label: t("pending.state"), cell: ({ state }) => <StateBadge state={state} /> },
        { key: "cumulative", label: t("schedule.cumulative"), kind: "number", cell: ({ cumulative }) => <Money amount={cumulative} currency={currency} /> },
        { key: "credit", label: t("schedule.credit"), kind: "amount", cell: ({ credit }) => <Money amount={credit} currency={currency} /> },
      ]}
    />
  );
}

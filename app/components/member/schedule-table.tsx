import { useTranslation } from "react-i18next";

import { DateText, Money } from "~/components/ui";
import type { ScheduleRow } from "~/db/invest.server";

/** Every day of a term. A narrow table, not cards: sixty cards would be a wall. */
export function ScheduleTable({ rows, currency }: { rows: ScheduleRow[]; currency: string }) {
  const { t } = useTranslation("member");
  return (
    <div className="max-h-96 overflow-y-auto" tabIndex={0} role="region" aria-label={t("schedule.caption")}>
      <table className="w-full text-sm tabular-nums">
        <caption className="sr-only">{t("schedule.caption")}</caption>
        <thead className="sticky top-0 bg-surface text-xs text-quiet">
          <tr className="text-right">
            <th scope="col" className="px-2 py-2 text-left font-normal sm:px-4">
              {t("schedule.day")}
            </th>
            <th scope="col" className="px-2 py-2 text-left font-normal sm:px-4">
              {t("schedule.on")}
            </th>
            <th scope="col" className="px-2 py-2 font-normal sm:px-4">
              {t("schedule.credit")}
            </th>
            <th scope="col" className="px-2 py-2 font-normal sm:px-4">
              {t("schedule.cumulative")}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map((row) => (
            <tr key={row.k} className="text-right">
              <td className="px-2 py-2 text-left sm:px-4">{row.k}</td>
              <td className="px-2 py-2 text-left whitespace-nowrap sm:px-4">
                <DateText value={row.on} />
              </td>
              <td className="px-2 py-2 sm:px-4">
                <Money amount={row.credit} currency={currency} />
              </td>
              <td className="px-2 py-2 sm:px-4">
                <Money amount={row.cumulative} currency={currency} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

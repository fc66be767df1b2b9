import { useTranslation } from "react-i18next";

import { DateText, Money, StateBadge } from "~/components/ui";
import type { Instalment } from "~/db/ev.server";

/** What the table is called where it stands: members and staff read it in texts of their own. */
export type InstalmentWords = { caption: string; due: string; amount: string; paid: string };

/** The instalments of a booking, with what of each is paid and which are late. A narrow table, not cards: sixty cards would be a wall. */
export function InstalmentTable({ instalments, currency, words }: { instalments: Instalment[]; currency: string; words: InstalmentWords }) {
  const { t } = useTranslation();
  const cell = "px-2 py-2 align-top sm:px-4";
  return (
    <div className="max-h-96 overflow-y-auto" tabIndex={0} role="group" aria-label={words.caption}>
      <table className="w-full text-sm tabular-nums">
        <caption className="sr-only">{words.caption}</caption>
        <thead className="sticky top-0 bg-surface text-xs text-quiet">
          <tr className="text-right">
            <th scope="col" className={`${cell} text-left font-normal`}>
              {words.due}
            </th>
            <th scope="col" className={`${cell} font-normal`}>
              {words.paid}
            </th>
            <th scope="col" className={`${cell} font-normal`}>
              {words.amount}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {instalments.map(({ no, due_on, amount, paid, state }) => (
            <tr key={no} className="text-right">
              <td className={`${cell} text-left`}>
                <span className="text-quiet">{no}.</span> <DateText value={due_on} /> {state === "open" ? <span className="sr-only">{t("state.later")}</span> : <StateBadge state={state} />}
              </td>
              <td className={cell}>
                <Money amount={paid} currency={currency} />
              </td>
              <td className={cell}>
                <Money amount={amount} currency={currency} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

import { useTranslation } from "react-i18next";

import { decimalsIn, formatAmount, formatCount, formatPercent } from "~/money/format";
import type { Fact } from "./facts";

/**
 * One day's credit written out as the sum it is: what all days up to this one earned, rounded once, less what the days before had
 * earned. That is why single days may differ by a cent while the total is exact.
 */
export function AccrualSum({ facts, amount, currency }: { facts: Fact[]; amount: string; currency: string }) {
  const { t, i18n } = useTranslation("member");
  const value = (name: string) => facts.find((fact) => fact.name === name)?.value ?? null;
  const figures = { day: value("day"), days: value("of_days"), invested: value("invested"), rate: value("daily_rate"), unrounded: value("unrounded"), through: value("earned_through_day"), before: value("earned_through_day_before") };
  if (figures.day === null || figures.invested === null || figures.rate === null || figures.through === null || figures.before === null) return null;
  const money = (text: string) => formatAmount(text, i18n.language);
  const rounded = figures.unrounded !== null && decimalsIn(figures.unrounded) > decimalsIn(figures.through);
  const previous = (BigInt(figures.day) - 1n).toString();
  const rows = [
    {
      name: t("sum.through", { day: formatCount(figures.day, i18n.language) }),
      how: `${money(figures.invested)} × ${formatPercent(figures.rate, i18n.language)} × ${formatCount(figures.day, i18n.language)}${figures.unrounded === null ? "" : ` = ${money(figures.unrounded)}`}${rounded ? `, ${t("sum.rounded")}` : ""}`,
      result: money(figures.through),
    },
    { name: previous === "0" ? t("sum.beforeFirst") : t("sum.before", { day: formatCount(previous, i18n.language) }), how: "", result: `\u2212 ${money(figures.before)}` },
  ];
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">{t("sum.caption")}</caption>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name} className="align-top">
            <th scope="row" className="py-1.5 pr-4 text-left font-normal">
              {row.name}
              {row.how ? <span className="block text-quiet tabular-nums">{row.how}</span> : null}
            </th>
            <td className="numeral py-1.5 text-right">{row.result}</td>
          </tr>
        ))}
        <tr className="border-t border-line-strong font-strong">
          <th scope="row" className="py-1.5 pr-4 text-left">
            {t("sum.credit", { day: formatCount(figures.day, i18n.language) })}
          </th>
          <td className="numeral py-1.5 text-right">
            {money(amount)} {currency}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

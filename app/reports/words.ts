import type { i18n } from "i18next";

import { formatDate, formatMonth, formatTime } from "~/money/dates";
import { formatCount, formatMoney } from "~/money/format";
import { stepOf, type CellKind, type ReportCell, type ReportColumn, type ReportName } from "./reports";

/** The words of a report, the same on its page and in its files. Kinds and wallets come from the database as data; one without words is spelled out. */
export function reportWords(i18n: i18n, name: ReportName, by: string, currency: string) {
  const { language } = i18n;
  const t = i18n.getFixedT(null, "reports");
  const say = i18n.t as unknown as (key: string) => string;
  const known = (key: string, word: string): string => (i18n.exists(key) ? say(key) : word.replace(/[_:]/g, " "));
  const step = stepOf(name, by);

  const period = (day: string): string => {
    if (step === "month") return formatMonth(day, language);
    if (step === "quarter") return `${day.slice(0, 4)}-Q${Math.ceil(Number.parseInt(day.slice(5, 7), 10) / 3)}`;
    return formatDate(day, language);
  };
  const waited = (seconds: number): string => {
    const minutes = Math.floor(seconds / 60);
    const hours = Math.floor(minutes / 60);
    if (hours >= 24) return t("wait.days", { days: Math.floor(hours / 24), hours: hours % 24 });
    return hours > 0 ? t("wait.hours", { hours, minutes: minutes % 60 }) : t("wait.minutes", { minutes });
  };
  const words = (as: CellKind, value: string): string => {
    switch (as) {
      case "period":
        return period(value);
      case "instant":
        return formatTime(value, language);
      case "wallet":
        return known(`common:wallet.${value}`, value);
      case "movement":
        return known(`admin:journal.${value}`, value);
      case "source":
        return known(`reports:source.${value}`, value);
      case "regime":
        return known(`reports:regime.${value}`, value);
      default:
        return value;
    }
  };

  return {
    title: t(`name.${name}`),
    column: ({ key, label }: Pick<ReportColumn, "key" | "label">): string => t(`column.${label ?? key}`),
    period,
    /** A value as people read it. */
    cell(as: CellKind, value: ReportCell | undefined): string {
      if (value === null || value === undefined) return "";
      if (as === "amount") return formatMoney(String(value), currency, language);
      if (as === "count") return formatCount(value, language);
      if (as === "seconds") return waited(typeof value === "number" ? value : Number.parseInt(value, 10));
      return words(as, String(value));
    },
    /** A value that is a word or a time; figures stay as they are. */
    word: (as: CellKind, value: string): string => words(as, value),
  };
}

import type { ScheduleRow } from "~/db/invest.server";
import { csvResponse } from "~/files/csv.server";
import { translator } from "~/i18n/i18n.server";

export function scheduleCsv(request: Request, name: string, currency: string, rows: ScheduleRow[]): Response {
  const t = translator(request, "member");
  const header = [t("schedule.day"), t("schedule.on"), t("schedule.credit"), t("schedule.cumulative"), t("csv.currency")];
  return csvResponse(
    `coffer-${name}`,
    header,
    rows.map((row) => [row.k, row.on, row.credit, row.cumulative, currency]),
  );
}

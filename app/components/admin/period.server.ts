import { isDay } from "~/money/dates";
import type { readQuery } from "./query.server";

/** Days that the database looks at (desk.day_bounds). */
const [firstDay, lastDay] = ["1900-01-01", "2999-12-31"];

export type Period = { from: string | null; until: string | null; fault: "reversed" | "no_day" | null };

/** The days a list's address asks for. What is no day, or ends before it begins, is told beside the filter, and nothing is looked for. */
export function readPeriod(query: ReturnType<typeof readQuery>): Period {
  const [from, until] = [query.text("from", 10), query.text("until", 10)];
  const looked = (day: string | null) => day === null || (isDay(day) && day >= firstDay && day <= lastDay);
  if (!looked(from) || !looked(until)) return { from: null, until: null, fault: "no_day" };
  if (from !== null && until !== null && until < from) return { from, until, fault: "reversed" };
  return { from, until, fault: null };
}

/** Answers of lists are data; one whose days cannot be is a refusal with its status. */
export function periodStatus({ fault }: Period): { status: number } | undefined {
  return fault === null ? undefined : { status: 422 };
}

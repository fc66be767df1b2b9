import { isProblem } from "~/db/db-error.server";
import { staffReport, type ReportPage, type ReportQuery } from "~/db/report.server";
import { encodeFault } from "~/forms/fault";
import { isDay } from "~/money/dates";
import { reports, type ReportName } from "~/reports/reports";
import { readQuery } from "../query.server";

export type Faults = Record<string, string[]>;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const nameable = /^(DEPOSIT|INTEREST|EARNINGS|EMI_RESERVE|INVESTED|investment|ev_payment|pair|milestone)$/;

/** What an address asks for. A day that the calendar does not have is a fault here, because the database would never see it; everything else the database refuses itself. */
export function readReportQuery(request: Request, name: ReportName): { query: ReportQuery; typed: Record<string, string>; faults: Faults } {
  const read = readQuery(request);
  const { dates, by, part: narrowed } = reports[name];
  // What the report is not asked by, its form has no field for.
  const asked: Record<string, boolean> = { from: dates, until: dates, by, part: narrowed !== null };
  const text = (field: string) => (asked[field] === false ? null : read.text(field, 40));
  const part = text("part");
  const query: ReportQuery = { from: null, until: null, by: text("by"), currency: text("currency"), part: part !== null && (uuid.test(part) || nameable.test(part)) ? part : null, cursor: read.cursor() };
  const faults: Faults = part === query.part ? {} : { part: ["invalid_choice"] };
  for (const field of ["from", "until"] as const) {
    const value = text(field);
    if (value !== null && !isDay(value)) faults[field] = ["invalid_date"];
    else query[field] = value;
  }
  const typed = Object.fromEntries(["from", "until", "by", "currency", "part"].map((field) => [field, text(field) ?? ""]));
  return { query, typed, faults };
}

const days = new Set(["from", "until"]);

/** A refused filter is an answer of the page: what was typed stays and the message stands at its field. */
export async function findReport(token: string, name: ReportName, query: ReportQuery, faults: Faults, limit?: number): Promise<{ report: ReportPage | null; faults: Faults }> {
  // Who asks comes before what is asked for: without days the database refuses who may not.
  if (Object.keys(faults).length > 0) {
    await staffReport(token, name, { from: null, until: null, by: null, currency: null, part: null, cursor: null }, 1);
    return { report: null, faults };
  }
  try {
    return { report: await staffReport(token, name, query, limit), faults: {} };
  } catch (error) {
    if (!isProblem(error) || error.field === undefined || error.field === "cursor") throw error;
    if (error.code === "invalid_input") return { report: null, faults: { [error.field]: [days.has(error.field) ? "report_day" : "invalid_choice"] } };
    if (error.code !== "period_reversed" && error.code !== "period_too_long") throw error;
    return { report: null, faults: { [error.field]: [encodeFault(error.code, error.params)] } };
  }
}

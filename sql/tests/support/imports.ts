/** Imports of a company in the tests: files as text, checked, submitted and approved by two. */
import { randomUUID } from "node:crypto";

import type { Desk } from "./builders";

type Staff = Awaited<ReturnType<Desk["staff"]>>;

export function importing(desk: Desk, { admin, finance, second }: Record<"admin" | "finance" | "second", Staff>) {
  const put = (one: string, kind: string, text: string) => {
    const [head = "", ...lines] = text.trim().split("\n");
    return desk.ask("staff_import_file", { token: admin.token, import: one, kind, name: `${kind}.csv`, columns: JSON.stringify(head.trim().split(",")), rows: JSON.stringify(lines.map((line, n) => [String(n + 2), ...line.trim().split(",")])), key: randomUUID() });
  };
  /** Posts the files that have lines, and answers what the import's page said before: its faults and what it adds up to. */
  const bring = async (draft: { currency: string; cutover: string; method: string; deployed?: string }, files: Record<string, string[]>) => {
    const { import: one } = await desk.ask("staff_import_begin", { token: admin.token, currency: draft.currency, cutover_on: draft.cutover, method: draft.method, deployed: draft.deployed ?? "0", key: randomUUID() });
    for (const [kind, lines] of Object.entries(files)) if (lines.length > 1) await put(one as string, kind, lines.join("\n"));
    const said = await desk.ask("staff_import", { token: admin.token, import: one });
    if (said.fault_count > 0) throw new Error(`the import does not fit: ${JSON.stringify(said.faults)}`);
    const { request } = await desk.ask("staff_import_submit", { token: admin.token, import: one, key: randomUUID() });
    await desk.decide(finance, request as string);
    await desk.decide(second, request as string);
    return said;
  };
  return { put, bring };
}

export const memberLines = (...references: string[]): string[] => ["reference,email,first_name,last_name", ...references.map((reference) => `${reference},${reference.toLowerCase()}@old.example,${reference},Old`)];

/** What the books contradict, and what is not covered; empty in true ones. */
export async function contradictions(desk: Desk): Promise<unknown[]> {
  const found: unknown[] = [];
  for (const domain of ["ledger", "treasury", "invest", "ev", "network", "payout", "referral", "approval", "funding", "audit"]) found.push(...await desk.sql(`select '${domain}' as domain, f.* from ${domain}.verify() f`));
  found.push(...await desk.sql("select currency from treasury.coverage() where bank + deployed <> owed"));
  return found;
}

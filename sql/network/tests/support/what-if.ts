/** Drafts of the compensation plan and runs of history under them. */
import type { Desk } from "../../../tests/support/builders";

export type Figures = { overCap: "defer" | "flush"; cap: number; full: number; emi: string; reserve: string; value?: string; buyer?: string };

/** A draft of these figures for the first of the next January but one: its id. */
export async function draft(desk: Desk, { overCap, cap, full, emi, reserve, value = "100.00", buyer = "5000.00" }: Figures): Promise<string> {
  const [row] = await desk.sql<{ id: string }>(
    `select d.id from core.business_now() n, network.draft_plan((date_trunc('year', n) + interval '2 years')::date, $1, $2, $3, $4, $5, $6, 'placement', '5000.00', 0, 'level_order', $7, null, n) d`,
    [value, full, emi, cap, overCap, reserve, buyer],
  );
  if (!row) throw new Error("nothing was drafted");
  return row.id;
}

type Run = Record<"id" | "state" | "as_of" | "counts" | "counts_done" | "live_pairs" | "live_earnings" | "live_emi" | "live_reserve" | "live_flushed" | "draft_pairs" | "draft_earnings" | "draft_emi" | "draft_reserve" | "draft_flushed", string> & { gaining: number; losing: number; unchanged: number };

export const runOf = async (desk: Desk, version: string): Promise<Run> => {
  const [row] = await desk.sql<Run>("select * from network.what_ifs where version_id = $1 order by asked_at desc, id desc limit 1", [version]);
  if (!row) throw new Error("nobody asked for a run");
  return row;
};

/** Asks for a run under a version and makes it, in steps of so many counts. */
export async function replay(desk: Desk, version: string, limit = 500): Promise<Run> {
  await desk.sql("select network.ask_what_if($1, null, core.business_now())", [version]);
  while ((await desk.job("worker_what_if", { limit })).more);
  return runOf(desk, version);
}

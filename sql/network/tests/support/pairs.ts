/** A network for tests about pairs: people placed by the function itself, the plan of the settings, and the matcher as the worker calls it. */
import type { Desk } from "../../../tests/support/builders";
import { place } from "./tree";

/** Makes the first plan of these settings. */
export async function plan(desk: Desk, settings: Record<string, string> = {}): Promise<void> {
  await desk.set(settings);
  await desk.sql("select network.first_plan('2027-01-01T00:00:00Z')");
}

/** Everything that counts or has begun, in steps of this size. */
export async function match(desk: Desk, limit = 500): Promise<void> {
  while ((await desk.job("worker_network_match", { limit })).more);
}

export const count = async (desk: Desk, member: string, at: string, direction = 1, generation = 1): Promise<boolean> => {
  const [row] = await desk.sql<{ counted: boolean }>("select network.count($1, $2, $3, $4) as counted", [member, generation, direction, at]);
  return row?.counted ?? false;
};

/** A member at the top, and so many below on either side, placed and not counted. */
export async function legs(desk: Desk, members: string[], left: number, right: number): Promise<{ top: string; node: string; left: string[]; right: string[] }> {
  const [top = "", ...others] = members;
  const node = (await place(desk, top, null)).id;
  const lefts = others.slice(0, left);
  const rights = others.slice(left, left + right);
  for (const member of lefts) await place(desk, member, node, "left");
  for (const member of rights) await place(desk, member, node, "right");
  return { top, node, left: lefts, right: rights };
}

export type Pair = { serial: number; life: number; state: string; earnings: string; emi: string; matched_at: Date; month_on: string; month_usage: number; active_buyer: boolean };
export const pairsOf = (desk: Desk, member: string): Promise<Pair[]> =>
  desk.sql<Pair>("select serial, life, state, earnings, emi, matched_at, month_on::text, month_usage, active_buyer from network.pairs where member_id = $1 order by serial", [member]);

export const wallet = async (desk: Desk, member: string, kind: string): Promise<{ balance: string; available: string }> => {
  const [row] = await desk.sql<{ balance: string; available: string }>("select b.balance, b.available from ledger.accounts a join ledger.balances b on b.account_id = a.id where a.member_id = $1 and a.kind = $2", [member, kind]);
  return row ?? { balance: "0", available: "0" };
};

/** Every fault in the books that have to do with pairs. */
export const faults = (desk: Desk): Promise<unknown[]> => desk.sql("select f.* from unnest(array['ledger', 'treasury', 'network']) d cross join lateral desk.faults(d) f");

/** The tree and its pairs. */
import { z } from "zod";

import { ask, read, sql } from "./db.server";
import { count, day, id, instant, maybe } from "./shapes.server";

const side = z.enum(["L", "R"]);
const legs = { left: count, right: count, pairs: count };
const deferredSchema = z.array(z.object({ pairs: count, on: day, lost: z.boolean() }));
const nodeSchema = z.object({
  member: id,
  name: z.string(),
  side,
  depth: count,
  placed_at: instant,
  parent: maybe(id),
  sponsor: maybe(id),
  ...legs,
  flushed: count,
  pairs_this_month: count,
  unmatched_left: count,
  unmatched_right: count,
  /** what the month's cap left over, with the day on which it matches or is lost */
  deferred: deferredSchema,
  children: z.array(z.object({ member: id, name: z.string(), side, ...legs })),
});
export type NetworkNode = z.output<typeof nodeSchema>;

export type Placement = {
  member: string;
  /** null: who referred the member, else the company */
  sponsor: string | null;
  /** null: the compensation plan's mode */
  placement: string | null;
  /** asks for one slot, with its side */
  parent: string | null;
  side: "L" | "R" | null;
  key: string;
};

/** Places a member in the tree; refused with `already_placed`, `slot_taken`, `sponsor_not_placed`. */
export async function staffNodePlace(token: string, { member, sponsor, placement, parent, side: leg, key }: Placement): Promise<NetworkNode> {
  const { node } = await ask(
    z.object({ node: nodeSchema }),
    sql`select desk.staff_node_place(p_token => ${token}::text, p_member => ${member}::uuid, p_sponsor => ${sponsor}::uuid, p_placement => ${placement}::text, p_parent => ${parent}::uuid, p_side => ${leg}::text, p_key => ${key}::uuid) as answer`,
  );
  return node;
}

/** The caller's place in the tree, or that of somebody below; null while there is none. */
export async function memberNetwork(token: string, member: string | null): Promise<NetworkNode | null> {
  return (await read(z.object({ node: maybe(nodeSchema) }), sql`select desk.member_network(p_token => ${token}::text, p_member => ${member}::uuid) as answer`)).node;
}

const pairSchema = z.object({
  pair: id,
  serial: count,
  life: count,
  at: instant,
  month: day,
  month_usage: count,
  monthly_pair_cap: count,
  left: count,
  right: count,
  matched: count,
  flushed: count,
  deferred: z.boolean(),
  first_full_pairs: count,
  active_buyer: z.boolean(),
  buyer_total: z.string(),
  active_buyer_amount: z.string(),
  version: count,
  emi_percent: z.string(),
  currency: z.string(),
  value: z.string(),
  earnings: z.string(),
  emi: z.string(),
  state: z.enum(["live", "reversed"]),
  reversed_at: maybe(instant),
  payment: z.enum(["awaiting", "posted", "withdrawn"]),
});
const pairsSchema = z.object({
  items: z.array(pairSchema),
  deferred: deferredSchema,
  owed: z.array(z.object({ currency: z.string(), amount: z.string() })),
  next: maybe(z.string()),
});

/** The caller's pairs, newest first, each with its explanation. */
export function memberPairs(token: string, { cursor = null, limit = null }: { cursor?: string | null; limit?: number | null } = {}): Promise<z.output<typeof pairsSchema>> {
  return read(pairsSchema, sql`select desk.member_pairs(p_token => ${token}::text, p_cursor => ${cursor}::text, p_limit => ${limit}::integer) as answer`);
}

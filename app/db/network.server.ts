/** The tree and its pairs. */
import { z } from "zod";

import { ask, sql } from "./db.server";
import { count, day, id, instant, maybe } from "./shapes.server";

const side = z.enum(["L", "R"]);
const legs = { left: count, right: count, pairs: count };
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
  deferred: z.array(z.object({ pairs: count, on: day, lost: z.boolean() })),
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

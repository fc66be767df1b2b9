/** The tree, its pairs and what they earn. */
import { z } from "zod";

import { ask, read, sql } from "./db.server";
import { branch, cap, compensation, deferred, earnings, found, node, owed, pair, way, type NetworkNode } from "./network-shapes.server";
import { count, day, id, maybe, pageOf, state, type Paging } from "./shapes.server";

export type { BranchNode, Compensation, Earnings, FoundNode, MonthCap, NetworkNode, Pair, Way } from "./network-shapes.server";

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
  const answer = await ask(
    z.object({ node }),
    sql`select desk.staff_node_place(p_token => ${token}::text, p_member => ${member}::uuid, p_sponsor => ${sponsor}::uuid, p_placement => ${placement}::text, p_parent => ${parent}::uuid, p_side => ${leg}::text, p_key => ${key}::uuid) as answer`,
  );
  return answer.node;
}

/** The caller's place in the tree, or that of somebody below; null while there is none. */
export async function memberNetwork(token: string, member: string | null): Promise<NetworkNode | null> {
  return (await read(z.object({ node: maybe(node) }), sql`select desk.member_network(p_token => ${token}::text, p_member => ${member}::uuid) as answer`)).node;
}

const treeSchema = z.union([
  z.object({ me: id, node, way, branch, cap: maybe(cap), found: maybe(found) }),
  z.object({ me: id, node: z.null(), join: z.object({ sponsor: maybe(z.string()), possible: z.boolean() }) }),
]);

/** As pages show it: the way down to a node, three levels below it, and who is called so where something is looked for. */
export function memberTree(token: string, member: string | null, search: string | null): Promise<z.output<typeof treeSchema>> {
  return read(treeSchema, sql`select desk.member_tree(p_token => ${token}::text, p_member => ${member}::uuid, p_search => ${search}::text) as answer`);
}

/** Takes a place below who brought the member, by the plan's mode. */
export function memberNetworkJoin(token: string, key: string): Promise<z.output<typeof state>> {
  return ask(state, sql`select desk.member_network_join(p_token => ${token}::text, p_key => ${key}::uuid) as answer`);
}

/** `used`: pairs of this month. */
const pairsSchema = pageOf(pair).extend({ deferred, used: count, cap: maybe(cap), owed });

/** The caller's pairs, newest first, each with its explanation. */
export function memberPairs(token: string, { cursor = null, limit = 25 }: Paging = {}): Promise<z.output<typeof pairsSchema>> {
  return read(pairsSchema, sql`select desk.member_pairs(p_token => ${token}::text, p_cursor => ${cursor}::text, p_limit => ${limit}::integer) as answer`);
}

const pairSchema = z.object({ pair });

export function memberPair(token: string, one: string): Promise<z.output<typeof pairSchema>> {
  return read(pairSchema, sql`select desk.member_pair(p_token => ${token}::text, p_pair => ${one}::uuid) as answer`);
}

export function memberEarnings(token: string): Promise<z.output<typeof earnings>> {
  return read(earnings, sql`select desk.member_earnings(p_token => ${token}::text) as answer`);
}

const staffTreeSchema = z.object({ node: maybe(node), way: maybe(way), branch, cap: maybe(cap), found: maybe(found) });

/** From the company down where no member is named; an empty branch while nobody was placed. */
export function staffTree(token: string, member: string | null, search: string | null): Promise<z.output<typeof staffTreeSchema>> {
  return read(staffTreeSchema, sql`select desk.staff_tree(p_token => ${token}::text, p_member => ${member}::uuid, p_search => ${search}::text) as answer`);
}

const staffPairsSchema = pageOf(pair).extend({ member: z.object({ id, name: z.string() }), placed: z.boolean(), ...earnings.shape });

export function staffPairs(token: string, member: string, { cursor = null, limit = 25 }: Paging = {}): Promise<z.output<typeof staffPairsSchema>> {
  return read(staffPairsSchema, sql`select desk.staff_pairs(p_token => ${token}::text, p_member => ${member}::uuid, p_cursor => ${cursor}::text, p_limit => ${limit}::integer) as answer`);
}

/** Releases what a member's pairs keep as reserve in one currency. Refused with `note_required`, `already_decided` without any. */
export async function staffReserveRelease(token: string, { member, currency, reason, key }: { member: string; currency: string; reason: string; key: string }): Promise<void> {
  await ask(
    z.object({ amount: z.string() }),
    sql`select desk.staff_reserve_release(p_token => ${token}::text, p_member => ${member}::uuid, p_currency => ${currency}::text, p_reason => ${reason}::text, p_key => ${key}::uuid) as answer`,
  );
}

const compensationSchema = z.object({ today: maybe(day), versions: z.array(compensation) });

export function staffCompensation(token: string): Promise<z.output<typeof compensationSchema>> {
  return read(compensationSchema, sql`select desk.staff_compensation(p_token => ${token}::text) as answer`);
}

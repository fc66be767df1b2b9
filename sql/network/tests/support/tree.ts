/** People for the tree, and the tree as its rows tell it, looked at by rules that share nothing with the functions. */
import type { Desk } from "../../../tests/support/builders";

export type Node = { id: string; member_id: string | null; sponsor_id: string | null; parent_id: string | null; side: "L" | "R" | null; depth: number; left_count: string; right_count: string; left_open: number; right_open: number };

/** So many members without sessions: their numbers, in order. */
export async function people(desk: Desk, count: number, prefix = "t"): Promise<string[]> {
  const rows = await desk.sql<{ id: string }>(
    `insert into identity.members (email, first_name, last_name, username, referral_code, terms_version, terms_accepted_at, joined_at)
     select $2 || n || '@members.test', 'Member', '', null, translate(lpad(to_hex(nextval('identity.actor_ids')), 8, '0'), '0123456789abcdef', '23456789ABCDEFGH'), '2026-11', now(), now() from generate_series(1, $1::integer) n returning id`,
    [count, prefix],
  );
  return rows.map(({ id }) => id);
}

export const nodes = (desk: Desk): Promise<Node[]> => desk.sql<Node>("select id, member_id, sponsor_id, parent_id, side, depth, left_count, right_count, left_open, right_open from network.nodes order by id");

export const place = async (desk: Desk, member: string, sponsor: string | null, mode = "level_order", parent: string | null = null, side: string | null = null): Promise<Node> => {
  const [node] = await desk.sql<Node>("select * from network.place($1, $2, $3, $4, $5, '2027-03-01T10:00:00Z')", [member, sponsor, mode, parent, side]);
  if (!node) throw new Error("nobody was placed");
  return node;
};

export type Slot = { parent: string; side: "L" | "R" };

/** The tree as a plain map: who stands in which slot. */
export class Model {
  readonly #child = new Map<string, string>();
  readonly #above = new Map<string, Slot>();
  static #key = (parent: string, side: string) => `${parent}${side}`;

  put(id: string, slot: Slot): void {
    if (this.#child.has(Model.#key(slot.parent, slot.side))) throw new Error(`two in ${slot.parent}${slot.side}`);
    this.#child.set(Model.#key(slot.parent, slot.side), id);
    this.#above.set(id, slot);
  }

  at(slot: Slot): string | undefined {
    return this.#child.get(Model.#key(slot.parent, slot.side));
  }

  /** Plain breadth-first search from one slot: level by level, left before right. */
  #first(slot: Slot): Slot {
    for (let level = [slot]; ; level = level.flatMap((one) => { const id = this.at(one) ?? ""; return [{ parent: id, side: "L" }, { parent: id, side: "R" }] as Slot[]; })) {
      const free = level.find((one) => this.at(one) === undefined);
      if (free) return free;
    }
  }

  /** Where a mode places, by looking at everything. */
  slot(top: string, mode: string, counts: (id: string) => { left: number; right: number }): Slot {
    const leg = (side: "L" | "R") => this.#first({ parent: top, side });
    const end = (side: "L" | "R") => { let id = top; for (let next = this.at({ parent: id, side }); next !== undefined; next = this.at({ parent: id, side })) id = next; return { parent: id, side }; };
    switch (mode) {
      case "left": return leg("L");
      case "right": return leg("R");
      case "weaker_leg": return counts(top).left <= counts(top).right ? leg("L") : leg("R");
      case "extreme_left": return end("L");
      case "extreme_right": return end("R");
      default: {
        for (let level: string[] = [top]; ; level = level.flatMap((id) => [this.at({ parent: id, side: "L" }) ?? "", this.at({ parent: id, side: "R" }) ?? ""])) {
          for (const parent of level) for (const side of ["L", "R"] as const) if (this.at({ parent, side }) === undefined) return { parent, side };
        }
      }
    }
  }

  /** Everybody above, nearest first, with the side this one is on. */
  above(id: string): Slot[] {
    const path: Slot[] = [];
    for (let slot = this.#above.get(id); slot; slot = this.#above.get(slot.parent)) path.push(slot);
    return path;
  }
}

/** What is wrong with the tree's form, node by node: nothing in a true one. */
export function faultsOfForm(all: readonly Node[]): string[] {
  const byId = new Map(all.map((node) => [node.id, node]));
  const slots = new Map<string, string>();
  const faults: string[] = [];
  // From below: a child is always younger than who stands above it.
  const open = new Map<string, { L: number; R: number }>(all.map((node) => [node.id, { L: node.depth + 1, R: node.depth + 1 }]));
  for (const node of [...all].reverse()) {
    const own = open.get(node.id) ?? { L: 0, R: 0 };
    if (own.L !== node.left_open || own.R !== node.right_open) faults.push(`${node.id} says its free slots are at ${node.left_open} and ${node.right_open}, they are at ${own.L} and ${own.R}`);
    if (node.parent_id === null || node.side === null) continue;
    const parent = byId.get(node.parent_id);
    if (!parent || parent.depth !== node.depth - 1) faults.push(`${node.id} does not stand one below ${node.parent_id}`);
    const slot = `${node.parent_id}${node.side}`;
    if (slots.has(slot)) faults.push(`${node.id} and ${slots.get(slot)} stand in ${slot}`);
    slots.set(slot, node.id);
    const above = open.get(node.parent_id);
    if (above) above[node.side] = Math.min(own.L, own.R);
  }
  if (all.filter(({ parent_id: parent }) => parent === null).length !== 1) faults.push("not one root");
  return faults;
}

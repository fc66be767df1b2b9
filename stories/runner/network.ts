/** Placing people in the tree, and the matcher, in the story's own time. */
import { randomUUID } from "node:crypto";

import { z } from "zod";

import type { ActionOf } from "./actions.ts";
import { staffNodePlace } from "./bridge.ts";
import { leaveNothingBehind, ripen } from "./jobs.ts";
import { makerToken, methodFor, signInOperator } from "./operator.ts";
import { registerMember } from "./people.ts";
import { named, type World } from "./world.ts";

const idOf = (world: World, key: string, label: string | undefined): string | null => (label === undefined ? null : named(world.members, key, label, "a registered member").id);

async function placeOne(world: World, step: ActionOf<"join">, token: string, label: string): Promise<void> {
  await staffNodePlace(token, {
    member: named(world.members, "member", label, "a registered member").id, sponsor: idOf(world, "sponsor", step.sponsor), placement: step.placement ?? null,
    parent: idOf(world, "parent", step.parent), side: step.side ?? null, key: randomUUID(),
  });
}

/** Labels of fresh anonymous members: numbers go on over several steps of the same sponsor and mode. */
function anonymous(world: World, step: ActionOf<"join">, count: number): string[] {
  const prefix = `${step.sponsor ?? "company"}/${step.placement ?? world.settings.placement}`;
  const first = world.anonymous.get(prefix) ?? 0;
  world.anonymous.set(prefix, first + count);
  return Array.from({ length: count }, (_, index) => `${prefix}/${first + index + 1}`);
}

/** With `n`, one after another: the next one's place may depend on what the one before counts. */
export async function prepareJoin(world: World, step: ActionOf<"join">): Promise<() => Promise<void>> {
  await signInOperator(world);
  // The money of pairs; where treasuries are unlimited this funds it.
  await methodFor(world, world.settings.network_currency);
  const token = await makerToken(world);
  const labels = step.n === undefined ? [step.member ?? ""] : anonymous(world, step, step.n);
  if (step.n !== undefined) {
    for (const member of labels) await (await registerMember(world, { do: "register", at: undefined, member, sponsor: step.sponsor, pan: true, staff: undefined, again: false }))();
  }
  return async () => {
    for (const [index, label] of labels.entries()) {
      if (index > 0) await leaveNothingBehind(world);
      await placeOne(world, step, token, label);
    }
  };
}

export const prepareMatch = (world: World): Promise<() => Promise<void>> => Promise.resolve(() => ripen(world));

/** What the member's page shows of the place; empty for who has none. */
export async function nodeOf(world: World, label: string): Promise<Record<string, unknown>> {
  const [row] = await world.db.admin.rows(
    z.object({ node: z.record(z.string(), z.unknown()) }),
    "select desk.json_node(n, core.business_now()) as node from network.nodes n join identity.members m on m.id = n.member_id where m.public_id = $1::uuid",
    [idOf(world, "node", label)],
  );
  return row?.node ?? {};
}

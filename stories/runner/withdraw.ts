/** A withdrawal with all that a member does before it: a destination that has cooled, and a code for exactly this withdrawal. */
import { randomUUID } from "node:crypto";

import { z } from "zod";

import type { ActionOf } from "./actions.ts";
import { memberDestinationAdd, memberDestinationCheck, memberWithdraw } from "./bridge.ts";
import { stepUp } from "./people.ts";
import { accepted, type World } from "./world.ts";

export async function destinationOf(world: World, label: string, token: string): Promise<string> {
  const known = world.destinations.get(label);
  if (known !== undefined) return known;
  const draft = { type: "BANK", label: "Story account", address: null, account_name: "Story member", account_number: String(10_000_000 + world.counter()), ifsc: null };
  const { context } = await memberDestinationCheck(token, draft);
  const { destination: { id: destination } } = accepted(await memberDestinationAdd(token, draft, await stepUp(token, "destination", context), randomUUID()), "added");
  world.destinations.set(label, destination);
  return destination;
}

/** The amount as the code's context writes it: with the currency's decimals. What is no amount stays as typed and is refused later. */
export async function writtenAmount(world: World, amount: string, currency: string): Promise<string> {
  const [row] = await world.db.admin.rows(
    z.object({ written: z.string().nullable() }),
    `select case when $1 ~ '^(0|[1-9][0-9]{0,12})([.][0-9]{1,8})?$' then core.format_amount(trunc($1::numeric * 10::numeric ^ core.exponent($2)), $2) end as written`,
    [amount, currency],
  );
  return row?.written ?? amount;
}

export async function prepareWithdrawal(world: World, step: ActionOf<"withdraw">, token: string, currency: string) {
  const destination = await destinationOf(world, step.member, token);
  const draft = { wallet: step.wallet, currency, amount: step.amount, destination };
  const context = ["withdrawal", draft.wallet, currency, await writtenAmount(world, step.amount, currency), destination].join("|");
  const proof = await stepUp(token, "withdrawal", context);
  const key = randomUUID();
  return async () => accepted(await memberWithdraw(token, draft, proof, key), "requested");
}

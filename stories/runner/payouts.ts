/** Payouts of a story: asked for with a code, sent in a file as soon as the bank has something to say about them. */
import { randomUUID } from "node:crypto";

import { z } from "zod";

import type { ActionOf } from "./actions.ts";
import { memberPayout, memberPayoutRequest, staffBankFileMake, staffPayoutPaid, staffPayoutReturned, staffPayoutReverse } from "./bridge.ts";
import { makerToken, methodFor, signInOperator } from "./operator.ts";
import { staffToken, stepUp } from "./people.ts";
import { destinationOf, writtenAmount } from "./withdraw.ts";
import { accepted, named, type World } from "./world.ts";

export const payoutNamed = (world: World, label: string) => named(world.payouts, "payout", label, "a payout asked for before");

/** The command, and what it makes: the payout and its request. */
export async function preparePayout(world: World, step: ActionOf<"payout">, token: string) {
  const currency = step.currency ?? world.settings.network_currency;
  await methodFor(world, currency);
  await signInOperator(world);
  const destination = await destinationOf(world, step.member, token);
  const context = ["withdrawal", "EARNINGS", currency, await writtenAmount(world, step.gross, currency), destination].join("|");
  const proof = await stepUp(token, "withdrawal", context);
  const key = randomUUID();
  return async () => {
    const asked = accepted(await memberPayoutRequest(token, { currency, amount: step.gross, autofill: step.emi_autofill, destination }, proof, key), "requested");
    if (step.as !== undefined) world.payouts.set(step.as, { id: asked.payout, member: step.member, currency });
    return { payout: asked.payout, request: asked.request };
  };
}

/** As the member's page shows it. */
export async function payoutOf(world: World, label: string): Promise<Record<string, unknown>> {
  const { id, member } = payoutNamed(world, label);
  const { payout } = await memberPayout(named(world.members, "member", member, "a registered member").token, id);
  return { tax: payout.tax, net: payout.net, emi: payout.emi, bank: payout.bank, status: payout.state };
}

/** The bank hears of a payout with the file it is in: one that waits for it is sent first, with all others. */
async function send(world: World, label: string): Promise<string> {
  const { id, currency } = payoutNamed(world, label);
  if ((await payoutOf(world, label)).status === "approved") await staffBankFileMake(await makerToken(world), await methodFor(world, currency), randomUUID());
  return id;
}

export async function prepareCompletion(world: World, { payout }: ActionOf<"complete_payout">): Promise<() => Promise<void>> {
  const token = await makerToken(world);
  payoutNamed(world, payout);
  return async () => {
    await staffPayoutPaid(token, await send(world, payout), randomUUID());
  };
}

export async function prepareReturn(world: World, { payout }: ActionOf<"return_payout">): Promise<() => Promise<void>> {
  const token = await makerToken(world);
  payoutNamed(world, payout);
  return async () => {
    await staffPayoutReturned(token, await send(world, payout), "as the story tells", randomUUID());
  };
}

export async function prepareReversal(world: World, { payout }: ActionOf<"reverse_payout">): Promise<() => Promise<void>> {
  await signInOperator(world);
  const token = await staffToken(world, "(finance one)", "finance");
  const { id } = payoutNamed(world, payout);
  return async () => {
    await staffPayoutReverse(token, id, "as the story tells", randomUUID());
  };
}

/** Lines that would be in the next file, per currency. */
export async function nextBankFile(world: World): Promise<{ currency: string; count: number; sum: string }[]> {
  return world.db.admin.rows(
    z.object({ currency: z.string(), count: z.int(), sum: z.string() }),
    "select currency, count(*)::integer as count, core.format_amount(sum(bank), currency) as sum from payout.payouts where state = 'approved' group by currency",
  );
}

/** "2027-Q1" is April to June 2027: quarters of the financial year, named by its first year. */
export async function taxRegister(world: World, label: string, quarter: string, currency: string): Promise<string> {
  const { id } = named(world.members, "member", label, "a registered member");
  const [row] = await world.db.admin.rows(
    z.object({ sum: z.string() }),
    `select core.format_amount(coalesce((select r.tax from payout.tax_register(q.from_on, (q.from_on + interval '3 months')::date - 1) r join identity.members m on m.id = r.member_id
                                          where m.public_id = $1::uuid and r.currency = $4), 0), $4) as sum
       from (select (make_date($2::integer, 4, 1) + make_interval(months => 3 * ($3::integer - 1)))::date as from_on) q`,
    [id, quarter.slice(0, 4), quarter.slice(-1), currency],
  );
  return row?.sum ?? "0";
}

/** What a member owes for pairs and commissions that were taken back, less what was recovered. */
export async function clawbackOf(world: World, label: string, currency: string): Promise<string> {
  const { id } = named(world.members, "member", label, "a registered member");
  const [row] = await world.db.admin.rows(
    z.object({ sum: z.string() }),
    `select core.format_amount(coalesce((select o.amount from treasury.owed(m.id) o where o.currency = $2), 0), $2) as sum
       from identity.members m where m.public_id = $1::uuid`,
    [id, currency],
  );
  return row?.sum ?? "0";
}

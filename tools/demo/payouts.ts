/** Earnings on their way to a bank: what a member asks for, the file in which it leaves, and what the bank answers. */
import { randomUUID } from "node:crypto";

import { memberPayoutCheck, memberPayoutRequest, staffBankAnswer, staffBankFileMake } from "../../app/db/payout.server";
import { staffTaxDeposit, staffTaxRegister } from "../../app/db/tax.server";
import { compareAmounts } from "../../app/money/decimal";
import type { MethodWord } from "./offer";
import { approve } from "./operator";
import { stepUp } from "./people";
import { idOf, tokenOf, type World } from "./world";

type Payout = { who: string; amount: string; currency?: string; autofill?: boolean };

/** Asks for a payout to the member's bank account; answers its reference and request. */
export async function askPayout(world: World, { who, amount, currency = "USD", autofill = false }: Payout): Promise<{ reference: string; request: string }> {
  const token = tokenOf(world, who);
  const draft = { currency, amount, autofill, destination: idOf(world, `destination of ${who}`) };
  // The limit of codes counts real minutes, and weeks of the story pass in one.
  await world.admin.query("delete from identity.rate_counters");
  const { context } = await memberPayoutCheck(token, draft);
  const asked = await memberPayoutRequest(token, draft, await stepUp(token, "withdrawal", context), randomUUID());
  if (asked.outcome !== "requested") throw new Error(`${who}: payout ${asked.outcome}`);
  return asked;
}

/** Everything that is approved goes to the bank; answers the file. */
export async function fileFor(world: World, method: MethodWord): Promise<string> {
  return (await staffBankFileMake(tokenOf(world, "operations"), idOf(world, `method ${method}`), randomUUID())).file;
}

/** A payout from the request to the bank's answer: paid, or why it came back. */
export async function payOut(world: World, payout: Payout, method: MethodWord, returned: string | null): Promise<void> {
  const { reference, request } = await askPayout(world, payout);
  await approve(world, request);
  const file = await fileFor(world, method);
  await staffBankAnswer(tokenOf(world, "operations"), file, [{ line: "2", reference, amount: null, outcome: returned === null ? "paid" : "returned", reason: returned }], randomUUID());
}

/** Part of the quarter's withheld tax is paid to the authority, where so much was withheld in it. */
export async function payTax(world: World, amount: string, reference: string, method: MethodWord): Promise<void> {
  const operations = tokenOf(world, "operations");
  const { from_on, today, sums } = await staffTaxRegister(operations, null);
  const sum = sums.find(({ currency, left }) => currency === "USD" && compareAmounts(left, amount) >= 0);
  if (sum === undefined) return;
  const { request } = await staffTaxDeposit(operations, { quarterOn: from_on, rule: sum.rule, currency: sum.currency, amount, method: idOf(world, `method ${method}`), reference, paidOn: today, note: null, key: randomUUID() });
  await approve(world, request);
}

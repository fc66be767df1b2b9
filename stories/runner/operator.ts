/** The operator of a story: one person who prepares, others who decide, a method and amply funded treasuries in every currency used. */
import { randomUUID } from "node:crypto";

import { treasuries } from "./actions.ts";
import { isProblem, staffDecide, staffMethodSave, staffTreasuryFund } from "./bridge.ts";
import { StoryFault } from "./fault.ts";
import { staffToken } from "./people.ts";
import type { World } from "./world.ts";

// Labels no story can write by accident: theirs are words.
const maker = "(operations)";
const checkers = ["(finance one)", "(finance two)"];

export const makerToken = (world: World): Promise<string> => staffToken(world, maker, "operations");

/** Signs the operator's people in, so that nothing but the command itself happens when a command runs. */
export async function signInOperator(world: World): Promise<void> {
  await makerToken(world);
  for (const checker of checkers) await staffToken(world, checker, "finance");
}

export type Decision = "approve" | "reject";

/** One decision of one person. A rejection says why, as it must. */
export async function decideAs(token: string, request: string, decision: Decision): Promise<{ state: string }> {
  return staffDecide(token, { request, decision, note: decision === "reject" ? "as the story tells" : null, payloadHash: null, received: null, key: randomUUID() });
}

/** The operator's people decide, as many as it needs. The next one steps in for whoever has spoken already. */
export async function decide(world: World, request: string, decision: Decision): Promise<void> {
  let refusal: unknown;
  for (const checker of checkers) {
    try {
      const { state } = await decideAs(await staffToken(world, checker, "finance"), request, decision);
      if (state !== "pending") return;
    } catch (error) {
      if (!isProblem(error) || error.code !== "same_person") throw error;
      refusal = error;
    }
  }
  if (refusal !== undefined) throw refusal;
}

/** The implicit method of a currency. Opening the first one in a currency also funds its treasuries, where they are unlimited. */
export async function methodFor(world: World, currency: string): Promise<string> {
  const known = world.methods.get(currency);
  if (known !== undefined) return known;
  const exponent = world.currencies.get(currency);
  if (exponent === undefined) throw new StoryFault("currency", "a currency the database knows", currency);
  const { method } = await staffMethodSave(await makerToken(world), {
    method: null, name: `Story ${currency}`, type: "BANK", currency, address: null, instructions: null,
    details: { account_name: "Story", account_number: "00000001", bank_name: "Story bank", ifsc: null, upi_id: null },
    minimum: null, active: true, key: randomUUID(),
  });
  world.methods.set(currency, method);
  if (world.settings.treasury === "unlimited") {
    // As much as one amount can be: nothing a story pays comes near it.
    const ample = `9${"0".repeat(15 - exponent)}`;
    for (const treasury of treasuries) await fundTreasury(world, treasury, ample, currency, method);
  }
  return method;
}

export async function fundTreasury(world: World, treasury: string, amount: string, currency: string, method: string): Promise<void> {
  const { request } = await staffTreasuryFund(await makerToken(world), { treasury, currency, amount, method, note: null, key: randomUUID() });
  await decide(world, request, "approve");
}

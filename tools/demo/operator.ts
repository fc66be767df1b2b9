/** What staff do: methods, plans, treasuries, decisions. Who prepares never approves. */
import { randomUUID } from "node:crypto";

import { staffDecide } from "../../app/db/approval.server";
import { staffMethodSave } from "../../app/db/funding.server";
import { staffRateWhatIf, staffWhatIfRead } from "../../app/db/compensation.server";
import { staffMilestoneOffer } from "../../app/db/milestone.server";
import { staffPlanCreate, staffPlanVersionAdd, type PlanFigures } from "../../app/db/invest.server";
import { staffBankTransfer, staffTreasuryFund, type TreasuryName } from "../../app/db/treasury.server";
import { emptyOutbox } from "./jobs";
import { methods, plans, type MethodWord, type PlanWord } from "./offer";
import { idOf, tokenOf, type World } from "./world";

export async function openMethods(world: World): Promise<void> {
  for (const [word, method] of Object.entries(methods)) {
    const saved = await staffMethodSave(tokenOf(world, "operations"), { method: null, address: null, instructions: null, details: {}, minimum: null, active: true, ...method, key: randomUUID() });
    world.ids.set(`method ${word}`, typeof saved.method === "string" ? saved.method : String(saved.method));
  }
}

/** As many people as it needs, the first finance person first. */
export async function approve(world: World, request: string, { note = null, received = null }: { note?: string | null; received?: string | null } = {}): Promise<void> {
  for (const label of ["finance", "finance2"]) {
    const { state } = await staffDecide(tokenOf(world, label), { request, decision: "approve", note, payloadHash: null, received, key: randomUUID() });
    if (state !== "pending") return;
  }
  throw new Error("two people were not enough");
}

/** One person's approval of something that needs two. */
export async function approveOnce(world: World, request: string, note: string): Promise<void> {
  await staffDecide(tokenOf(world, "finance"), { request, decision: "approve", note, payloadHash: null, received: null, key: randomUUID() });
}

export async function reject(world: World, request: string, note: string): Promise<void> {
  await staffDecide(tokenOf(world, "finance2"), { request, decision: "reject", note, payloadHash: null, received: null, key: randomUUID() });
}

/** Drafts a plan; answers the request its sale waits for. */
export async function draftPlan(world: World, word: PlanWord): Promise<string> {
  const created = await staffPlanCreate(tokenOf(world, "operations"), { ...plans[word], key: randomUUID() });
  world.ids.set(`plan ${word}`, created.plan);
  return required(created.request);
}

/** Drafts a version of a plan; where its rate is another, both who may approve it read what it would have done. Answers the request. */
export async function draftVersion(world: World, word: PlanWord, changes: Partial<PlanFigures>, effectiveFrom: string | null): Promise<string> {
  const added = await staffPlanVersionAdd(tokenOf(world, "operations"), { ...plans[word], ...changes, plan: idOf(world, `plan ${word}`), effectiveFrom, key: randomUUID() });
  await emptyOutbox(world);
  for (const label of ["finance", "finance2"]) {
    const { what_if: run } = await staffRateWhatIf(tokenOf(world, label), required(added.version), "lose", null);
    if (run !== null) await staffWhatIfRead(tokenOf(world, label), run.id, randomUUID());
  }
  return required(added.request);
}

/** A reward for so many active members, from a day on. */
export async function offerMilestone(world: World, { name, needed, reward, from }: { name: string; needed: number; reward: string; from: Date }): Promise<void> {
  await staffMilestoneOffer(tokenOf(world, "operations"), { name, needed, reward, currency: "USD", startsOn: from.toISOString().slice(0, 10), endsOn: null, key: randomUUID() });
}

type Funding = { treasury: TreasuryName; currency: string; amount: string; method: MethodWord; note: string };

/** Asks for a treasury to be funded; answers the request. */
export async function askFunding(world: World, { method, ...funding }: Funding): Promise<string> {
  const { request } = await staffTreasuryFund(tokenOf(world, "operations"), { ...funding, method: idOf(world, `method ${method}`), key: randomUUID() });
  return request;
}

export async function moveMoney(world: World, from: MethodWord, to: MethodWord, amount: string, note: string): Promise<void> {
  const { request } = await staffBankTransfer(tokenOf(world, "operations"), { from: idOf(world, `method ${from}`), to: idOf(world, `method ${to}`), amount, note, key: randomUUID() });
  await approve(world, request);
}

export function required(request: string | null): string {
  if (request === null) throw new Error("no request was opened");
  return request;
}

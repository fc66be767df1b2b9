/**
 * One function per verb. It first does what the story takes for granted (signing in, codes, the implicit method), and answers the
 * command itself: what a `refused` step digests around, and what `repeat` runs many of at once, each with its own request key.
 */
import { randomUUID } from "node:crypto";

import type { Action, ActionOf, Verb } from "./actions.ts";
import { book, cancelBooking, pay, refund } from "./bookings.ts";
import { isProblem, memberBookingKeep, memberDepositCancel, memberDepositSubmit, memberInvest, memberPayoutCancel, memberWithdrawalCancel, publicQuote, staffCancelRequest, staffPlanCreate } from "./bridge.ts";
import { decide, decideAs, fundTreasury, makerToken, methodFor, signInOperator } from "./operator.ts";
import { prepareImport } from "./imports.ts";
import { advance, runDay } from "./jobs.ts";
import { prepareJoin, prepareMatch } from "./network.ts";
import { prepareCompletion, preparePayout, prepareReturn, prepareReversal } from "./payouts.ts";
import { registerMember, registerStaff, staffToken } from "./people.ts";
import { named, type Request, type World } from "./world.ts";
import { prepareWithdrawal } from "./withdraw.ts";

export type Command = () => Promise<void>;
type Prepare<Name extends Verb> = (world: World, step: ActionOf<Name>) => Promise<Command>;

/** The session of whoever the label names: staff who try what only members may are refused by the desk, not by us. */
async function sessionOf(world: World, label: string): Promise<string> {
  const member = world.members.get(label);
  if (member) return member.token;
  if (world.staff.has(label)) return staffToken(world, label, "finance");
  return named(world.members, "member", label, "a registered member").token;
}

const register: Prepare<"register"> = async (world, step) => {
  if (step.staff === undefined) return registerMember(world, step);
  const role = step.staff;
  return async () => {
    await registerStaff(world, step.member, role);
  };
};

const fund: Prepare<"fund_treasury"> = async (world, step) => {
  const currency = step.currency ?? world.settings.currency;
  await signInOperator(world);
  const method = await methodFor(world, currency);
  return () => fundTreasury(world, step.treasury, step.amount, currency, method);
};

const deposit: Prepare<"deposit"> = async (world, step) => {
  const token = await sessionOf(world, step.member);
  const method = await methodFor(world, step.currency ?? world.settings.currency);
  await signInOperator(world);
  const transactionReference = `T-${world.counter()}`;
  return async () => {
    const submitted = await memberDepositSubmit(token, { method, reference: "", amount: step.amount, transactionReference, file: null, key: randomUUID() });
    const request = keepRequest(world, step, { kind: "deposit", subject: submitted.deposit, id: submitted.request ?? "", member: step.member });
    if (world.settings.approvals === "auto") await decide(world, request.id, "approve");
  };
};

const withdraw: Prepare<"withdraw"> = async (world, step) => {
  const token = await sessionOf(world, step.member);
  const currency = step.currency ?? world.settings.currency;
  await methodFor(world, currency);
  await signInOperator(world);
  const command = await prepareWithdrawal(world, step, token, currency);
  return async () => {
    const requested = await command();
    const request = keepRequest(world, step, { kind: "withdrawal", subject: requested.withdrawal, id: requested.request ?? "", member: step.member });
    if (world.settings.approvals === "auto") await decide(world, request.id, "approve");
  };
};

const payout: Prepare<"payout"> = async (world, step) => {
  const command = await preparePayout(world, step, await sessionOf(world, step.member));
  return async () => {
    const asked = await command();
    const request = keepRequest(world, step, { kind: "payout", subject: asked.payout, id: asked.request, member: step.member });
    if (world.settings.approvals === "auto") await decide(world, request.id, "approve");
  };
};

function keepRequest(world: World, step: { as?: string | undefined }, request: Request): Request {
  if (step.as !== undefined) world.requests.set(step.as, request);
  return request;
}

const cancelByMember = { deposit: memberDepositCancel, withdrawal: memberWithdrawalCancel, booking_cancel: memberBookingKeep, payout: memberPayoutCancel } as const;

/** Without `by` the operator decides, with as many people as it takes; a cancellation without `by` is the member's own. */
const decideRequest: Prepare<"decide"> = async (world, { request: label, decision, by }) => {
  const request = named(world.requests, "request", label, "a named request");
  await signInOperator(world);
  if (decision === "cancel") {
    if (by === undefined || by === request.member) return cancelled(await sessionOf(world, request.member), request);
    const token = await staffToken(world, by, "finance");
    return async () => {
      await staffCancelRequest(token, request.id, randomUUID());
    };
  }
  const token = by === undefined ? null : await staffToken(world, by, "finance");
  return async () => {
    if (token === null) await decide(world, request.id, decision);
    else await decideAs(token, request.id, decision);
    if (request.kind === "booking_cancel") await refund(world, request.subject, request.member);
  };
};

const cancelled = (token: string, request: Request): Command => async () => {
  await cancelByMember[request.kind](token, request.subject, randomUUID());
};

const createPlan: Prepare<"create_plan"> = async (world, step) => {
  const currency = step.currency ?? world.settings.currency;
  // An unknown currency is for the desk to refuse.
  if (world.currencies.has(currency)) await methodFor(world, currency);
  await signInOperator(world);
  const token = await makerToken(world);
  return async () => {
    const created = await staffPlanCreate(token, {
      name: step.plan, currency, timezone: step.timezone ?? world.settings.timezone, dailyRate: step.daily_rate, minimum: step.min, maximum: step.max,
      duration: step.duration, unit: step.unit, referralRate: world.settings.investment_referral_percent, description: "", riskText: "", key: randomUUID(),
    });
    if (step.active && created.request !== null) await decide(world, created.request, "approve");
    world.plans.set(step.plan, { id: created.plan, currency });
  };
};

const plan = (world: World, label: string) => named(world.plans, "plan", label, "a plan created before");

const quote: Prepare<"quote"> = async (world, step) => {
  const { id } = plan(world, step.plan);
  return async () => {
    const answer = await publicQuote(id, step.amount);
    if (step.as !== undefined) world.quotes.set(step.as, answer);
  };
};

const invest: Prepare<"invest"> = async (world, step) => {
  const token = await sessionOf(world, step.member);
  const { id } = plan(world, step.plan);
  return async () => {
    const contract = await memberInvest(token, { plan: id, version: null, wallet: step.wallet, amount: step.amount, riskAccepted: true, key: randomUUID() });
    if (step.as !== undefined) world.investments.set(step.as, { id: contract.investment, member: step.member });
  };
};

const verbs: { [Name in Verb]: Prepare<Name> } = {
  register,
  fund_treasury: fund,
  deposit,
  withdraw,
  decide: decideRequest,
  create_plan: createPlan,
  quote,
  invest,
  payout,
  complete_payout: prepareCompletion,
  return_payout: prepareReturn,
  reverse_payout: prepareReversal,
  book,
  pay,
  cancel_booking: cancelBooking,
  join: prepareJoin,
  import: prepareImport,
  match: prepareMatch,
  run_day: async (world, { date }) => () => runDay(world, date, null),
  advance: async (world, { to }) => () => advance(world, to),
};

/** Makes everything ready and answers the command. Who is refused on the way there is refused, as on the pages. */
export async function prepare(world: World, step: Action): Promise<Command> {
  try {
    return await (verbs[step.do] as Prepare<Verb>)(world, step as ActionOf<Verb>);
  } catch (error) {
    if (!isProblem(error)) throw error;
    return () => Promise.reject(error);
  }
}

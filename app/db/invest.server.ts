/** Plans, quotes and contracts. */
import { z } from "zod";

import { ask, read, sql } from "./db.server";
import { accrual, choice, investment, maturity, planVersion, scheduleRow, type MaturityChoice } from "./invest-shapes.server";
import { amount, count, currency, day, id, instant, maybe, pageOf, plan, state, wallet, type Paging } from "./shapes.server";

export type { Accrual, Investment, Maturity, MaturityChoice, PlanVersion, ScheduleRow } from "./invest-shapes.server";
export type { Plan } from "./shapes.server";

const memberPlansSchema = z.object({ plans: z.array(plan.extend({ wallets: z.array(wallet) })) });

export function memberPlans(token: string): Promise<z.output<typeof memberPlansSchema>> {
  return read(memberPlansSchema, sql`select desk.member_plans(p_token => ${token}::text) as answer`);
}

const memberPlanSchema = z.object({ plan, wallets: z.array(wallet), kyc_required: z.boolean(), kyc_ok: z.boolean() });
export type MemberPlan = z.output<typeof memberPlanSchema>;

export function memberPlan(token: string, planId: string): Promise<MemberPlan> {
  return read(memberPlanSchema, sql`select desk.member_plan(p_token => ${token}::text, p_plan => ${planId}::uuid) as answer`);
}

const quoteSchema = z.object({
  plan_id: id,
  version_id: id,
  amount,
  currency,
  start_on: day,
  end_on: day,
  days: count,
  per_day: amount,
  total: amount,
  returned: amount,
  schedule: z.array(scheduleRow),
});
export type Quote = z.output<typeof quoteSchema>;

export function memberQuote(token: string, quote: { plan: string; wallet: string | null; amount: string }): Promise<Quote> {
  return read(
    quoteSchema,
    sql`select desk.member_quote(p_token => ${token}::text, p_plan => ${quote.plan}::uuid, p_wallet => ${quote.wallet}::text,
      p_amount => ${quote.amount}::text) as answer`,
  );
}

const investedSchema = z.object({ investment: id, reference: z.string(), end_on: day, days: count, total: amount });
export type Invested = z.output<typeof investedSchema>;

type Invest = { plan: string; version: string | null; wallet: string; amount: string; riskAccepted: boolean; key: string };

/** Concludes the contract. Throws `version_changed` when `version` is no longer the plan's current one. */
export function memberInvest(token: string, contract: Invest): Promise<Invested> {
  return ask(
    investedSchema,
    sql`select desk.member_invest(p_token => ${token}::text, p_plan => ${contract.plan}::uuid, p_version => ${contract.version}::uuid,
      p_wallet => ${contract.wallet}::text, p_amount => ${contract.amount}::text, p_risk_accepted => ${contract.riskAccepted}::boolean,
      p_key => ${contract.key}::uuid) as answer`,
  );
}

export const investmentsSchema = pageOf(investment);

export function memberInvestments(token: string, filter: { state?: string | null } = {}, { cursor = null, limit = 25 }: Paging = {}): Promise<z.output<typeof investmentsSchema>> {
  return read(
    investmentsSchema,
    sql`select desk.member_investments(p_token => ${token}::text, p_state => ${filter.state ?? null}::text, p_cursor => ${cursor}::text,
      p_limit => ${limit}::integer) as answer`,
  );
}

const investmentDetailSchema = z.object({
  investment: investment.extend({ version: count, hash: z.string(), timezone: z.string(), next_credit_on: maybe(day), matured_at: maybe(instant) }),
  maturity,
  accruals: pageOf(accrual),
});
export type InvestmentDetail = z.output<typeof investmentDetailSchema>;

/** A contract, its days, newest first, and what happens at its end. */
export function memberInvestment(token: string, investmentId: string, { cursor = null, limit = 25 }: Paging = {}): Promise<InvestmentDetail> {
  return read(
    investmentDetailSchema,
    sql`select desk.member_investment(p_token => ${token}::text, p_investment => ${investmentId}::uuid, p_cursor => ${cursor}::text,
      p_limit => ${limit}::integer) as answer`,
  );
}

const chosenSchema = z.object({ choice, change_until: day });

type Choose = { investment: string; choice: MaturityChoice; riskAccepted: boolean; key: string };

/** What happens with the principal at the end. Throws `instruction_closed` once the end date has begun. */
export function memberMaturityChoose(token: string, { investment: of, choice: chosen, riskAccepted, key }: Choose): Promise<z.output<typeof chosenSchema>> {
  return ask(
    chosenSchema,
    sql`select desk.member_maturity_choose(p_token => ${token}::text, p_investment => ${of}::uuid, p_choice => ${chosen}::text,
      p_risk_accepted => ${riskAccepted}::boolean, p_key => ${key}::uuid) as answer`,
  );
}

const scheduleSchema = z.object({ investment, schedule: z.array(scheduleRow) });

export function memberSchedule(token: string, investmentId: string): Promise<z.output<typeof scheduleSchema>> {
  return read(scheduleSchema, sql`select desk.member_schedule(p_token => ${token}::text, p_investment => ${investmentId}::uuid) as answer`);
}

const soldPlan = plan.extend({ sold_count: count, sold_sum: amount, pending_request: maybe(id) });
export type StaffPlan = z.output<typeof soldPlan>;
const staffPlansSchema = z.object({ plans: z.array(soldPlan) });

export function staffPlans(token: string): Promise<z.output<typeof staffPlansSchema>> {
  return read(staffPlansSchema, sql`select desk.staff_plans(p_token => ${token}::text) as answer`);
}

const staffPlanSchema = z.object({ plan, versions: z.array(planVersion) });

export function staffPlan(token: string, planId: string): Promise<z.output<typeof staffPlanSchema>> {
  return read(staffPlanSchema, sql`select desk.staff_plan(p_token => ${token}::text, p_plan => ${planId}::uuid) as answer`);
}

/** Rates in percent, amounts in the plan's currency; all of them decimal strings. */
export type PlanFigures = {
  dailyRate: string;
  minimum: string;
  maximum: string;
  duration: number;
  unit: string;
  referralRate: string;
  description: string;
  riskText: string;
};

const planCreatedSchema = z.object({ plan: id, version: id, request: maybe(id) });

/** A draft; its activation waits in the approval queue. */
export function staffPlanCreate(token: string, draft: PlanFigures & { name: string; currency: string; timezone: string; key: string }): Promise<z.output<typeof planCreatedSchema>> {
  return ask(
    planCreatedSchema,
    sql`select desk.staff_plan_create(p_token => ${token}::text, p_name => ${draft.name}::text, p_currency => ${draft.currency}::text,
      p_timezone => ${draft.timezone}::text, p_daily_rate => ${draft.dailyRate}::text, p_minimum => ${draft.minimum}::text,
      p_maximum => ${draft.maximum}::text, p_duration => ${draft.duration}::integer, p_unit => ${draft.unit}::text,
      p_referral_rate => ${draft.referralRate}::text, p_description => ${draft.description}::text, p_risk_text => ${draft.riskText}::text,
      p_key => ${draft.key}::uuid) as answer`,
  );
}

const versionAddedSchema = z.object({ version: id, request: maybe(id) });

export function staffPlanVersionAdd(token: string, draft: PlanFigures & { plan: string; effectiveFrom: string | null; key: string }): Promise<z.output<typeof versionAddedSchema>> {
  return ask(
    versionAddedSchema,
    sql`select desk.staff_plan_version_add(p_token => ${token}::text, p_plan => ${draft.plan}::uuid, p_daily_rate => ${draft.dailyRate}::text,
      p_minimum => ${draft.minimum}::text, p_maximum => ${draft.maximum}::text, p_duration => ${draft.duration}::integer,
      p_unit => ${draft.unit}::text, p_referral_rate => ${draft.referralRate}::text, p_description => ${draft.description}::text,
      p_risk_text => ${draft.riskText}::text, p_effective_from => ${draft.effectiveFrom}::date, p_key => ${draft.key}::uuid) as answer`,
  );
}

export function staffPlanRetire(token: string, planId: string, key: string): Promise<z.output<typeof state>> {
  return ask(state, sql`select desk.staff_plan_retire(p_token => ${token}::text, p_plan => ${planId}::uuid, p_key => ${key}::uuid) as answer`);
}

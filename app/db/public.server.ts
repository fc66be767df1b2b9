/** What anybody may ask, without a session. */
import { z } from "zod";

import { ask, read, sql } from "./db.server";
import { orRefused, unlessRefused } from "./refused.server";
import { amount, count, coverage, currency, day, id, instant, maybe, plan, seal } from "./shapes.server";

export { sealLine, type Coverage, type Plan, type Seal } from "./shapes.server";

const readySchema = z.object({ ready: z.boolean(), migrations: count, business_now: instant, demo: z.boolean(), worker_seen_at: maybe(instant) });
export type Ready = z.output<typeof readySchema>;

export function publicReady(): Promise<Ready> {
  return read(readySchema, sql`select desk.public_ready() as answer`);
}

const siteSchema = z.object({
  company: z.string(),
  support_email: z.string(),
  demo: z.boolean(),
  business_now: instant,
  terms_version: z.string(),
  sign_on_bonus: amount,
  currency,
  minimum_age: count,
});
export type Site = z.output<typeof siteSchema>;

export function publicSite(): Promise<Site> {
  return read(siteSchema, sql`select desk.public_site() as answer`);
}

const plansSchema = z.object({ plans: z.array(plan) });

export function publicPlans(): Promise<z.output<typeof plansSchema>> {
  return read(plansSchema, sql`select desk.public_plans() as answer`);
}

const publicQuoteSchema = z.object({ plan_id: id, amount, currency, start_on: day, end_on: day, days: count, per_day: amount, total: amount, returned: amount });
export type PublicQuote = z.output<typeof publicQuoteSchema>;

/** What an amount would earn under a plan on sale today. Throws `invalid_amount`, `below_minimum`, `above_maximum`, `not_active`. */
export function publicQuote(plan: string, typed: string): Promise<PublicQuote> {
  return read(publicQuoteSchema, sql`select desk.public_quote(p_plan => ${plan}::uuid, p_amount => ${typed}::text) as answer`);
}

export function publicCoverage(): Promise<z.output<typeof coverage>> {
  return read(coverage, sql`select desk.public_coverage() as answer`);
}

const sealsSchema = z.object({ seals: z.array(seal), count, closed_until: maybe(instant) });

/** Seals, newest first, fifty at a time; with `before` those below this number. */
export function publicSeals(before: string | null): Promise<z.output<typeof sealsSchema>> {
  return read(sealsSchema, sql`select desk.public_seals(p_before => ${before}::bigint) as answer`);
}

const referrerSchema = z.object({ valid: z.boolean(), name: maybe(z.string()) });
export type Referrer = z.output<typeof referrerSchema>;

/** Whose referral code or username this is: the first name only. */
export function publicReferrer(code: string): Promise<Referrer> {
  return read(referrerSchema, sql`select desk.public_referrer(p_code => ${code}::text) as answer`);
}

const admitSchema = orRefused(z.object({ ok: z.boolean() }));

/** Takes one ticket of the hundred posts a minute; throws `rate_limited` with `retry_after` when there is none. */
export async function publicAdmit(ip: string, token: string | null): Promise<void> {
  unlessRefused(await ask(admitSchema, sql`select desk.public_admit(p_ip => ${ip}::text, p_token => ${token}::text) as answer`));
}

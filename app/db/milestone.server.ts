/** Rewards for so many active referrals: offered by staff, claimed once, approved in the queue. */
import { z } from "zod";

import { ask, read, sql } from "./db.server";
import { amount, count, currency, day, id, instant, maybe, state, tracker } from "./shapes.server";

export const milestone = z.object({
  id,
  name: z.string(),
  needed: count,
  reward: amount,
  currency,
  starts_on: day,
  ends_on: maybe(day),
  ended_at: maybe(instant),
  state: z.enum(["soon", "open", "over"]),
});
export type Milestone = z.output<typeof milestone>;

export const milestoneClaim = z.object({
  id,
  reference: z.string(),
  state: z.enum(["pending", "approved", "rejected"]),
  counted: count,
  reason: maybe(z.string()),
  claimed_at: instant,
  decided_at: maybe(instant),
  /** of an approved one: posted, or awaiting funding */
  payment: maybe(z.enum(["posted", "awaiting"])),
});
export type MilestoneClaim = z.output<typeof milestoneClaim>;

const ownSchema = z.object({ milestone, active: count, claim: maybe(milestoneClaim), tracker: maybe(tracker), movement: maybe(z.string()) });
export type OwnMilestone = z.output<typeof ownSchema>;

export function memberMilestone(token: string, one: string): Promise<OwnMilestone> {
  return read(ownSchema, sql`select desk.member_milestone(p_token => ${token}::text, p_milestone => ${one}::uuid) as answer`);
}

/** Claims it for the referrals that count now; a request in the queue. */
export function memberMilestoneClaim(token: string, one: string, key: string): Promise<{ claim: string; reference: string }> {
  return ask(z.object({ claim: id, reference: z.string() }), sql`select desk.member_milestone_claim(p_token => ${token}::text, p_milestone => ${one}::uuid, p_key => ${key}::uuid) as answer`);
}

const listSchema = z.object({ milestones: z.array(milestone.extend({ pending: count, approved: count, rejected: count, granted: amount })) });
export type StaffMilestones = z.output<typeof listSchema>;

export function staffMilestones(token: string): Promise<StaffMilestones> {
  return read(listSchema, sql`select desk.staff_milestones(p_token => ${token}::text) as answer`);
}

const staffSchema = z.object({
  milestone,
  created_by: z.string(),
  created_at: instant,
  claims: z.array(milestoneClaim.extend({ member: z.object({ id, name: z.string() }), request: maybe(id) })),
});
export type StaffMilestone = z.output<typeof staffSchema>;

export function staffMilestone(token: string, one: string): Promise<StaffMilestone> {
  return read(staffSchema, sql`select desk.staff_milestone(p_token => ${token}::text, p_milestone => ${one}::uuid) as answer`);
}

type Offer = { name: string; needed: number; reward: string; currency: string; startsOn: string; endsOn: string | null; key: string };

export function staffMilestoneOffer(token: string, offer: Offer): Promise<{ milestone: string }> {
  return ask(
    z.object({ milestone: id }),
    sql`select desk.staff_milestone_offer(p_token => ${token}::text, p_name => ${offer.name}::text, p_needed => ${offer.needed}::integer, p_reward => ${offer.reward}::text,
      p_currency => ${offer.currency}::text, p_starts_on => ${offer.startsOn}::date, p_ends_on => ${offer.endsOn}::date, p_key => ${offer.key}::uuid) as answer`,
  );
}

/** Nobody claims it from now on; what waits is still decided. */
export function staffMilestoneEnd(token: string, one: string, key: string): Promise<{ state: string }> {
  return ask(state, sql`select desk.staff_milestone_end(p_token => ${token}::text, p_milestone => ${one}::uuid, p_key => ${key}::uuid) as answer`);
}

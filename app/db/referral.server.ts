/** Who a member brought, and what came of it. */
import { z } from "zod";

import { milestone, milestoneClaim } from "./milestone.server";
import { read, sql } from "./db.server";
import { amount, count, currency, instant, maybe, money, rate, type Paging } from "./shapes.server";

export const referralsSchema = z.object({
  code: z.string(),
  username: maybe(z.string()),
  link_path: z.string(),
  totals: z.object({ members: count, earned: z.array(money), awaiting: z.array(money) }),
  /** of those brought, how many count for milestones: KYC approved and invested */
  active: count,
  milestones: z.array(milestone.extend({ claim: maybe(milestoneClaim) })),
  items: z.array(z.object({ name: z.string(), joined_at: instant, invested: z.boolean(), state: z.string() })),
  commissions: z.array(
    z.object({
      source_kind: z.string(),
      source_reference: z.string(),
      base: amount,
      rate,
      amount,
      currency,
      state: z.string(),
      at: instant,
      movement: maybe(z.string()),
    }),
  ),
  next: maybe(z.string()),
});
export type Referrals = z.output<typeof referralsSchema>;

export function memberReferrals(token: string, { cursor = null, limit = 25 }: Paging = {}): Promise<Referrals> {
  return read(
    referralsSchema,
    sql`select desk.member_referrals(p_token => ${token}::text, p_cursor => ${cursor}::text, p_limit => ${limit}::integer) as answer`,
  );
}

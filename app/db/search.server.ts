/** One box for everything staff look for. */
import { z } from "zod";

import { read, sql } from "./db.server";
import { amount, currency, instant, maybe } from "./shapes.server";

export const searchKinds = ["members", "requests", "journals", "withdrawals", "payouts", "bank_files", "bookings", "messages", "investments", "claims", "destinations", "bank_lines"] as const;
export type SearchKind = (typeof searchKinds)[number];

const hit = z.object({
  /** what its page is found by; a journal's page goes by its label */
  id: maybe(z.string()),
  label: z.string(),
  about: maybe(z.string()),
  member: maybe(z.string()),
  amount: maybe(amount),
  currency: maybe(currency),
  state: maybe(z.string()),
  at: instant,
  /** found by its whole reference, number or address */
  exact: z.boolean(),
});
export type SearchHit = z.output<typeof hit>;

const searchSchema = z.object({ groups: z.array(z.object({ kind: z.enum(searchKinds), items: z.array(hit), more: z.boolean() })) });
export type SearchGroup = z.output<typeof searchSchema>["groups"][number];

/** The most that can be looked for; the database refuses more. */
export const longestSearch = 80;

/** What a text means, group by group, of what this person may see; nothing for nothing. Throws `invalid_input`. */
export function staffSearch(token: string, search: string): Promise<z.output<typeof searchSchema>> {
  return read(searchSchema, sql`select desk.staff_search(p_token => ${token}::text, p_search => ${search}::text) as answer`);
}

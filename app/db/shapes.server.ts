/** Shapes that answers of several domains share. Amounts and rates stay decimal strings from the row to the page. */
import { z } from "zod";

/** A value that can be missing or null in the answer is null here. */
export const maybe = <S extends z.ZodType>(schema: S) => schema.nullish().transform((value) => value ?? null);

export const amount = z.string().regex(/^-?\d+(\.\d+)?$/);
export const rate = z.string().regex(/^-?\d+(\.\d+)?$/);
export const percent = z.string().regex(/^\d+(\.\d+)?$/);
export const currency = z.string().min(1);
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const instant = z.string().min(1);
/** Counts of things, never money. */
export const count = z.number().int();
export const id = z.string().min(1);

export const empty = z.object({});

/** One page of a list: give `next` back as the cursor to get the following one. */
export const pageOf = <S extends z.ZodType>(item: S) => z.object({ items: z.array(item), next: maybe(z.string()) });

export const money = z.object({ amount, currency });
export type MoneyAnswer = z.output<typeof money>;

export const walletKinds = ["DEPOSIT", "INTEREST", "INVESTED", "EARNINGS", "EMI_RESERVE"] as const;
export const walletKind = z.enum(walletKinds);
export type WalletKind = z.output<typeof walletKind>;

export const wallet = z.object({ kind: walletKind, currency, balance: amount, held: amount, available: amount });
export type Wallet = z.output<typeof wallet>;

export const movement = z.object({
  id,
  kind: z.string(),
  wallet: walletKind,
  currency,
  amount,
  value_on: day,
  posted_at: instant,
  reference: maybe(z.string()),
  counter: maybe(z.string()),
  /** the document to link to */
  subject_kind: maybe(z.string()),
  subject_id: maybe(z.string()),
});
export type Movement = z.output<typeof movement>;

/** A step of a request: requested → waiting → approved → sent → done. Without a time it has not happened yet. */
export const trackerStep = z.object({ step: z.string(), at: maybe(instant), note: maybe(z.string()), people: maybe(count), given: maybe(count) });
export const tracker = z.array(trackerStep);
export type TrackerAnswer = z.output<typeof tracker>;

export const coverage = z.object({
  currencies: z.array(
    z.object({
      currency,
      client: maybe(percent),
      liquid: maybe(percent),
      forward: maybe(percent),
      owed: amount,
      held: amount,
      bank: amount,
      deployed: amount,
      invested: maybe(amount),
      returns: maybe(amount),
      due_30d: maybe(amount),
      awaiting_count: count,
      awaiting_sum: amount,
      awaiting_oldest_on: maybe(day),
      short: z.boolean(),
    }),
  ),
  reconciled_at: maybe(instant),
  /** per currency, the day up to which every client account is reconciled and signed */
  reconciled: z.array(z.object({ currency, on: maybe(day) })),
  as_of: instant,
});
export type Coverage = z.output<typeof coverage>;

/** What is published of a seal; the time is written with all its microseconds, as it is hashed. */
export const seal = z.object({ number: z.string().regex(/^\d+$/), sealed_at: instant, journals: count, root: z.string().regex(/^[0-9a-f]{64}$/) });
export type Seal = z.output<typeof seal>;

/** A seal as a line of seals.log and /seals.txt. */
export const sealLine = ({ number, sealed_at, journals, root }: Seal): string => `${number} ${sealed_at} ${journals} ${root}`;

export const durationUnit = z.enum(["DAYS", "WEEKS", "MONTHS"]);

export const plan = z.object({
  id,
  version_id: maybe(id),
  version: maybe(count),
  name: z.string(),
  currency,
  daily_rate: rate,
  annual_rate: rate,
  minimum: amount,
  maximum: amount,
  duration: count,
  unit: durationUnit,
  timezone: z.string(),
  referral_rate: rate,
  description: z.string(),
  risk_text: z.string(),
  above_rail: z.boolean(),
  state: z.string(),
  version_state: maybe(z.string()),
  effective_from: maybe(day),
});
export type Plan = z.output<typeof plan>;

export const file = z.object({ id, name: z.string(), mime: z.string(), bytes: count, storage_key: z.string() });
export type StoredFile = z.output<typeof file>;

export const listSession = z.object({
  id,
  current: z.boolean(),
  user_agent: z.string(),
  ip: z.string(),
  created_at: instant,
  seen_at: instant,
  expires_at: instant,
});
export type ListedSession = z.output<typeof listSession>;

/** What the database answers, instead of raising, when a rate counter says no. */
export const refused = z.object({ refused: z.enum(["rate_limited", "resend_too_soon"]), retry_after: count });

/**
 * The ways in which a code is not accepted; the attempt has been counted. `reused`: an authenticator's code that was accepted before;
 * `resting`: five wrong ones of it in a quarter of an hour.
 */
export const codeOutcomes = [
  z.object({ outcome: z.literal("wrong"), attempts_left: count }),
  z.object({ outcome: z.enum(["used", "expired", "locked", "reused", "resting"]) }),
] as const;
export type CodeRefusal = z.output<(typeof codeOutcomes)[number]>;

export const state = z.object({ state: z.string() });

/** Paging arguments of every list. */
export type Paging = { cursor?: string | null; limit?: number };

/**
 * Every job by name, with what it is given: ids and a business date, nothing else. What a job does it reads again when it
 * runs, so a payload can be old but never wrong.
 */
import { z } from "zod";

/** Jobs of the crontab come with the time of their tick and need nothing. */
const nothing = z.object({});

export const catalog = {
  mail__send: z.object({ mail: z.uuid() }),
  /** `lane` marks a helper that another lane of the same date called in; helpers call nobody in. */
  invest__accrue: z.object({ as_of: z.iso.date(), timezone: z.string(), lane: z.int().min(2).max(4).optional() }),
  invest__renew: nothing,
  treasury__settle: z.object({ treasury: z.union([z.string().regex(/^\d+$/), z.int().transform(String)]).nullish() }),
  treasury__tell_waiting: nothing,
  network__match: nothing,
  network__what_if: nothing,
  network__disclose: nothing,
  network__emi: z.object({ member: z.string().regex(/^\d+$/) }),
  ledger__fold: nothing,
  ledger__expire_holds: nothing,
  audit__seal: nothing,
  outbox__retry: z.object({ job: z.string().regex(/^\d{1,18}$/) }),
  ledger__seal: nothing,
  ledger__snapshot: nothing,
  approval__expire: nothing,
  identity__prune: nothing,
  compliance__expire: nothing,
  compliance__anonymise: nothing,
  ev__cooling: nothing,
  ev__remind: nothing,
  messaging__announce: nothing,
  messaging__escalate: nothing,
  office__export: z.object({ export: z.uuid() }),
  office__own: z.object({ export: z.uuid() }),
  office__pack: z.object({ export: z.uuid() }),
  office__import: z.object({ run: z.uuid() }),
  office__sweep: nothing,
  watch__changes: nothing,
  watch__everything: nothing,
} as const satisfies Record<string, z.ZodType>;

export type TaskName = keyof typeof catalog;
export type Payload<Name extends TaskName> = z.output<(typeof catalog)[Name]>;

import { z } from "zod";

/** An amount as the database writes it: decimal text, never a number, which would lose digits. */
export const amount = z.string().regex(/^\d+(\.\d+)?$/, "an amount is decimal text");
export const currency = z.string().regex(/^[A-Z]{3,5}$/);
export const id = z.uuid();
export const day = z.iso.date();
export const instant = z.iso.datetime({ offset: true });
export const wallet = z.enum(["DEPOSIT", "INTEREST", "INVESTED", "EARNINGS", "EMI_RESERVE"]);
export const line = z.string().trim().min(1);

export const staffRole = z.enum(["support", "operations", "finance", "auditor", "admin"]);

/** A fact that need not be there is null then, however the row wrote that. */
export const maybe = <Fact extends z.ZodType>(fact: Fact) => fact.nullish().transform((value) => value ?? null);

/** Every mail to a member greets by first name. */
export const member = z.object({ first_name: line });

export const deposit = member.extend({
  deposit: id,
  reference: line,
  amount,
  received: maybe(amount),
  currency,
  method: line,
  transaction_reference: line,
});

/** A payment for a vehicle, or what a cancelled booking gives back. */
export const booking = member.extend({ booking: id, reference: line, vehicle: line, amount, currency, transaction_reference: maybe(line), reason: maybe(line) });

/** An instalment of a booking, with what of it is not paid. */
export const instalment = member.extend({ booking: id, reference: line, vehicle: line, no: z.number().int(), due_on: day, amount, currency });

/** A claim of a reward for so many active referrals. */
export const milestone = member.extend({ milestone: id, reference: line, name: line, needed: z.number().int(), amount, currency });

/** A conversation with staff; a grievance has its clocks. */
export const thread = member.extend({ thread: id, reference: line, subject: line, grievance: z.boolean(), acknowledge_by: maybe(instant), resolve_by: maybe(instant) });

export const withdrawal = member.extend({
  withdrawal: id,
  reference: line,
  amount,
  fee: amount,
  currency,
  wallet,
  destination: line,
});

/** Earnings on their way to a bank: what is withheld, what pays instalments and what is sent. */
export const payout = member.extend({ payout: id, reference: line, gross: amount, tax: amount, emi: amount, bank: amount, currency, destination: line, reason: maybe(line) });

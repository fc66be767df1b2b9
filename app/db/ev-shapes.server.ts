/** Shapes of vehicles and bookings. */
import { z } from "zod";

import { amount, count, currency, day, file, id, instant, maybe } from "./shapes.server";

/** `first_payment`: the smallest a booking takes. */
export const vehicle = z.object({ id, name: z.string(), price: amount, currency, first_payment: amount, picture: maybe(id), active: z.boolean() });
export type Vehicle = z.output<typeof vehicle>;

/** A picture is a JPEG that we drew; how long it is its bytes say. */
export const picture = z.object({ file: file.omit({ bytes: true }) });

export const booking = z.object({
  id,
  reference: z.string(),
  vehicle: id,
  vehicle_name: z.string(),
  currency,
  price: amount,
  paid: amount,
  outstanding: amount,
  /** of what is paid: from the member's bank, and from the member's own EMI reserve */
  external: amount,
  emi: amount,
  /** of a cancelled one: what goes back to the payer's bank */
  refund: maybe(amount),
  status: z.enum(["draft", "reserved", "active", "on_emi", "paid", "delivered", "cancelled", "refunded"]),
  parts: maybe(count),
  day: maybe(count),
  first_due_on: maybe(day),
  booked_at: instant,
  opened_at: maybe(instant),
  cancelled_at: maybe(instant),
  refunded_at: maybe(instant),
  delivered_at: maybe(instant),
  /** a request to cancel it waits */
  cancelling: z.boolean(),
});
export type Booking = z.output<typeof booking>;

export const bookingPayment = z.object({
  id,
  source: z.enum(["external", "emi", "payout"]),
  amount,
  returned: amount,
  currency,
  transaction_reference: maybe(z.string()),
  state: z.enum(["pending", "confirmed", "rejected"]),
  reason: maybe(z.string()),
  submitted_at: instant,
  decided_at: maybe(instant),
  /** what decides about a payment from outside, and the proof that came with it */
  request: maybe(id),
  file: maybe(id),
});
export type BookingPayment = z.output<typeof bookingPayment>;

export const bookingMoney = z.object({
  payments: z.array(bookingPayment),
  schedule: z.array(z.object({ no: count, due_on: day, amount, paid: amount, state: z.enum(["paid", "due", "late", "open"]) })),
});
export type Instalment = z.output<typeof bookingMoney>["schedule"][number];

/** Bookings of a story: the catalogue it takes for granted, the member's own steps, and what staff do with a cancellation. */
import { createHash, randomUUID } from "node:crypto";

import { isProblem, memberBook, memberBooking, memberBookingCancel, memberBookingPay, memberBookings, staffBookingRefunded, staffVehicleSave } from "./bridge.ts";
import type { ActionOf } from "./actions.ts";
import { decide, makerToken, methodFor, signInOperator } from "./operator.ts";
import { named, type Request, type World } from "./world.ts";

export const bookingNamed = (world: World, label: string) => named(world.bookings, "booking", label, "a booking made before");
const ownerOf = (world: World, label: string) => named(world.members, "member", label, "a registered member");

/** The catalogue has one vehicle of each price that a story books. */
export async function vehicleFor(world: World, price: string): Promise<string> {
  const known = world.vehicles.get(price);
  if (known !== undefined) return known;
  const { vehicle } = await staffVehicleSave(await makerToken(world), { vehicle: null, name: `Story ${price}`, price, currency: world.settings.network_currency, active: true, picture: null, key: randomUUID() });
  world.vehicles.set(price, vehicle);
  return vehicle;
}

export async function book(world: World, step: ActionOf<"book">): Promise<() => Promise<void>> {
  const { token } = ownerOf(world, step.member);
  // The first use of a currency funds its treasuries, where they are unlimited: commissions are paid from them.
  await methodFor(world, world.settings.network_currency);
  const vehicle = await vehicleFor(world, step.price);
  return async () => {
    const { booking } = await memberBook(token, { vehicle, price: step.price, parts: step.emi?.count ?? null, day: step.emi?.day ?? null, key: randomUUID() });
    world.bookings.set(step.booking, { id: booking, member: step.member });
  };
}

/** One bank transfer is one request key: told again in the same words it is the same payment, in others it is refused. */
function keyOf(reference: string): string {
  const hash = createHash("sha256").update(`pay ${reference}`).digest("hex");
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

/** A confirmed payment: what the member tells is confirmed at once, also where other decisions wait. */
export async function pay(world: World, step: ActionOf<"pay">): Promise<() => Promise<void>> {
  const { id, member } = bookingNamed(world, step.booking);
  const { token } = ownerOf(world, member);
  await signInOperator(world);
  const reference = step.reference ?? `P-${world.counter()}`;
  return async () => {
    const { request } = await memberBookingPay(token, { booking: id, amount: step.amount, transactionReference: reference, file: null, key: keyOf(reference) });
    await decide(world, request, "approve").catch((error: unknown) => {
      // Told again after it was confirmed.
      if (!isProblem(error) || error.code !== "already_decided" || step.reference === undefined) throw error;
    });
  };
}

/** The refund leaves as soon as the cancellation is decided. */
export async function refund(world: World, booking: string, member: string): Promise<void> {
  const { booking: found } = await memberBooking(ownerOf(world, member).token, booking);
  if (found.status === "cancelled" && found.refund !== null && /[1-9]/.test(found.refund)) await staffBookingRefunded(await makerToken(world), booking, `R-${world.counter()}`, randomUUID());
}

export async function cancelBooking(world: World, step: ActionOf<"cancel_booking">): Promise<() => Promise<void>> {
  const { id, member } = bookingNamed(world, step.booking);
  const { token } = ownerOf(world, member);
  await signInOperator(world);
  return async () => {
    const request: Request = { kind: "booking_cancel", subject: id, id: (await memberBookingCancel(token, id, randomUUID())).request, member };
    world.requests.set(step.booking, request);
    if (world.settings.approvals === "manual") return;
    await decide(world, request.id, "approve");
    await refund(world, id, member);
  };
}

/** As the member's page shows it. */
export async function bookingOf(world: World, label: string): Promise<Record<string, unknown>> {
  const { id, member } = bookingNamed(world, label);
  const { booking, schedule } = await memberBooking(ownerOf(world, member).token, id);
  return {
    paid: booking.paid, outstanding: booking.outstanding, status: booking.status,
    due: schedule.map(({ due_on }) => due_on), instalments: schedule.map(({ amount }) => amount), settled: schedule.map(({ paid }) => paid),
  };
}

export async function isActiveBuyer(world: World, label: string): Promise<boolean> {
  return (await memberBookings(ownerOf(world, label).token)).active_buyer;
}

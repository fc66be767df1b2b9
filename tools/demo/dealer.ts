/** The dealer's side: a catalogue, bookings and what is paid for them, and places in the tree. */
import { randomUUID } from "node:crypto";

import { staffCompensationDraft } from "../../app/db/compensation.server";
import { memberBook, memberBookingPay, memberVehicles, staffVehicleSave } from "../../app/db/ev.server";
import { memberNetworkJoin, staffCompensation } from "../../app/db/network.server";
import { approve } from "./operator";
import { idOf, tokenOf, type World } from "./world";

const catalogue = [
  { name: "City scooter", price: "84000.00" },
  { name: "Cargo rickshaw", price: "265000.00" },
  { name: "Delivery three-wheeler", price: "312500.00" },
] as const;

/** What members read where they pay. */
const payTo = "Coffer Motors, Bank of Kochi\nAccount 0099 2210 4471, IFSC KOCH0000417\nUPI coffermotors@kochi";

export async function openCatalogue(world: World): Promise<void> {
  for (const { name, price } of catalogue) {
    await staffVehicleSave(tokenOf(world, "operations"), { vehicle: null, name, price, currency: "INR", active: true, picture: null, key: randomUUID() });
  }
  await world.admin.query("update core.settings set value = $1 where key = 'booking_pay_to'", [payTo]);
}

export async function takePlace(world: World, who: string): Promise<void> {
  await memberNetworkJoin(tokenOf(world, who), randomUUID());
}

type Booking = { who: string; vehicle: (typeof catalogue)[number]["name"]; parts: number | null };

export async function book(world: World, { who, vehicle, parts }: Booking): Promise<void> {
  const token = tokenOf(world, who);
  const { vehicles } = await memberVehicles(token);
  const chosen = vehicles.find(({ name }) => name === vehicle);
  if (!chosen) throw new Error(`there is no ${vehicle}`);
  const { booking } = await memberBook(token, { vehicle: chosen.id, price: chosen.price, parts, day: parts === null ? null : 5, key: randomUUID() });
  world.ids.set(`booking of ${who}`, booking);
}

/** Says that a payment was made; answers its request. */
export async function tellPayment(world: World, who: string, amount: string, transaction: string): Promise<string> {
  const { request } = await memberBookingPay(tokenOf(world, who), { booking: idOf(world, `booking of ${who}`), amount, transactionReference: transaction, file: null, key: randomUUID() });
  return request;
}

export async function payFor(world: World, who: string, amount: string, transaction: string): Promise<void> {
  await approve(world, await tellPayment(world, who, amount, transaction), { note: "Seen on the statement." });
}

/** A version for the first of next month waits for a second person: more for a pair, fewer of them paid whole. */
export async function draftCompensation(world: World): Promise<void> {
  const token = tokenOf(world, "operations");
  const { today, versions: [now] } = await staffCompensation(token);
  if (!now || !today) throw new Error("nobody was placed yet");
  const [year = 0, month = 0] = today.split("-").map((part) => Number.parseInt(part, 10));
  await staffCompensationDraft(token, {
    fromOn: month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, "0")}-01`, pairValue: "1200.00", firstFullPairs: 3, emiPercent: "25", monthlyPairCap: now.monthly_pair_cap, overCap: now.over_cap,
    reservePercent: now.reserve_percent, countOn: now.count_on, qualifyAmount: now.qualify_amount, coolingOffDays: now.cooling_off_days, placement: now.placement, activeBuyerAmount: now.active_buyer_amount, key: randomUUID(),
  });
}

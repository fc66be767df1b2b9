/** Bookings through the desk: who may, what is refused, what happens at the same moment, and that every coin is where it belongs (spec 4.1). */
import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import { refused, refusalOf } from "../../tests/support/builders";
import { tally, together, words } from "../../tests/support/race";
import { openSales, type Sales } from "./world";

let sales: Sales;
beforeAll(async () => { sales = await openSales(); });
afterAll(() => sales.close());

const advances = async (kind: "held" | "external"): Promise<string> =>
  (await sales.desk.sql<{ balance: string }>("select coalesce((select balance from ledger.balances where kind = $1), 0)::text as balance", [`customer_advances:${kind}`]))[0]?.balance ?? "";

test("a payment counts when somebody has confirmed it, and a rejected one frees its reference", async () => {
  const ann = await sales.person();
  const booking = await sales.book(ann, "20000.00");
  const before = await advances("external");
  const { request } = await sales.submit(ann, booking, "700.00", "UTR-1");
  expect((await sales.look(ann, booking)).booking).toMatchObject({ paid: "0.00", status: "draft" });
  expect(await refused(sales.submit(ann, booking, "700.00", " utr-1 "))).toBe("reference_taken");
  await sales.desk.decide(sales.finance, request, "reject");
  expect((await sales.look(ann, booking)).payments).toMatchObject([{ state: "rejected", reason: "not in order" }]);
  await sales.pay(ann, booking, "700.00", "UTR-1");
  expect((await sales.look(ann, booking)).booking).toMatchObject({ paid: "700.00", external: "700.00", outstanding: "19300.00", status: "reserved" });
  expect(BigInt(await advances("external")) - BigInt(before)).toBe(70000n);
  expect(await sales.desk.sql("select template, props ->> 'amount' as amount, props ->> 'reason' as reason from outbox.mails x join identity.members m on m.id = x.member_id where m.public_id = $1 and template like 'booking%' order by template", [ann.id]))
    .toEqual([{ template: "booking_paid", amount: "700.00", reason: null }, { template: "booking_unpaid", amount: "700.00", reason: "not in order" }]);
});

test("what was within the outstanding when it was told is looked at again when it is confirmed", async () => {
  const ann = await sales.person();
  const booking = await sales.book(ann, "2000.00");
  const told = [await sales.submit(ann, booking, "1200.00"), await sales.submit(ann, booking, "1200.00")];
  const outcomes = await together(...told.map(({ request }) => () => sales.desk.decide(sales.finance, request)));
  expect(tally(words(outcomes))).toEqual({ accepted: 1, exceeds_outstanding: 1 });
  expect((await sales.look(ann, booking)).booking).toMatchObject({ paid: "1200.00", outstanding: "800.00" });
});

test("twenty payments confirmed at once for two bookings of one member all count, once each, and the member is an Active Buyer once", async () => {
  const ann = await sales.person();
  const bookings = [await sales.book(ann, "30000.00"), await sales.book(ann, "30000.00")];
  for (const booking of bookings) await sales.pay(ann, booking, "500.00");
  const told = await Promise.all(Array.from({ length: 20 }, (_, n) => sales.submit(ann, bookings[n % 2] ?? "", "300.00")));
  const outcomes = await together(...told.flatMap(({ request }) => [() => sales.desk.decide(sales.finance, request), () => sales.desk.decide(sales.finance, request)]));
  expect(tally(words(outcomes))).toEqual({ accepted: 20, already_decided: 20 });
  for (const booking of bookings) expect((await sales.look(ann, booking)).booking.paid).toBe("3500.00");
  expect(await sales.desk.ask("member_bookings", { token: ann.token })).toMatchObject({ active_buyer: true, net_paid: "7000.00", periods: [{ lost_at: null }] });
  expect(await sales.desk.sql("select generation, qualified_at is not null as qualified from ev.units u join identity.members m on m.id = u.member_id where m.public_id = $1", [ann.id])).toEqual([{ generation: 1, qualified: true }]);
});

test("a cancellation and a payment at once: never both", async () => {
  for (let round = 0; round < 8; round += 1) {
    const ann = await sales.person();
    const booking = await sales.book(ann, "9000.00");
    await sales.pay(ann, booking, "600.00");
    const [payment, cancellation] = [(await sales.submit(ann, booking, "400.00")).request, await sales.cancel(ann, booking)];
    const [paid, cancelled] = words(await together(() => sales.desk.decide(sales.finance, payment), () => sales.desk.decide(sales.finance, cancellation)));
    expect([["accepted", "payload_changed"], ["not_active", "accepted"]]).toContainEqual([paid, cancelled]);
    expect((await sales.look(ann, booking)).booking).toMatchObject(cancelled === "accepted" ? { paid: "0.00", refund: "600.00", status: "cancelled" } : { paid: "1000.00", status: "reserved" });
  }
});

test("a cancelled booking is refunded once, by those who may, with a transfer of its own", async () => {
  const ann = await sales.person();
  const bookings = [await sales.book(ann, "9000.00"), await sales.book(ann, "9000.00")];
  const refund = (booking: string, reference: string, who = sales.finance) => sales.desk.ask("staff_booking_refunded", { token: who.token, booking, transaction_reference: reference, key: randomUUID() });
  const before = BigInt(await advances("external"));
  for (const booking of bookings) await sales.pay(ann, booking, "600.00");
  const [one = "", two = ""] = bookings;
  expect(await refused(refund(one, "BACK-1"))).toBe("already_decided");
  await sales.desk.decide(sales.finance, await sales.cancel(ann, one));
  expect(BigInt(await advances("external")) - before).toBe(120000n);
  expect((await sales.desk.ask("staff_bookings", { token: sales.finance.token, refunds: true })).items).toContainEqual(expect.objectContaining({ id: one, refund: "600.00", status: "cancelled" }));
  expect(await refused(refund(one, " "))).toBe("invalid_input");
  expect(await refused(refund(one, "BACK-1", await sales.desk.staff("support")))).toBe("not_permitted");
  const outcomes = await together(...Array.from({ length: 6 }, (_, n) => () => refund(one, `BACK-${n}`)));
  expect(tally(words(outcomes))).toEqual({ accepted: 1, already_decided: 5 });
  expect(BigInt(await advances("external")) - before).toBe(60000n);
  expect((await sales.look(ann, one)).booking.status).toBe("refunded");
  expect(await sales.desk.sql("select template, props ->> 'amount' as amount from outbox.mails where props ->> 'booking' = $1 and template in ('booking_cancelled', 'booking_refunded') order by template", [one]))
    .toEqual([{ template: "booking_cancelled", amount: "600.00" }, { template: "booking_refunded", amount: "600.00" }]);
  const { refund_reference: used } = (await sales.desk.ask("staff_booking", { token: sales.finance.token, booking: one })).booking as { refund_reference: string };
  await sales.desk.decide(sales.finance, await sales.cancel(ann, two));
  expect(await refused(refund(two, used.toLowerCase()))).toBe("reference_taken");
});

test("a vehicle is handed over once, when it is paid, and is not cancelled afterwards", async () => {
  const ann = await sales.person();
  const booking = await sales.book(ann, "1000.00");
  const deliver = () => sales.desk.ask("staff_booking_delivered", { token: sales.operations.token, booking, key: randomUUID() });
  await sales.pay(ann, booking, "999.00");
  expect(await deliver().then(() => null, refusalOf)).toMatchObject({ code: "not_paid", params: { outstanding: "1.00" } });
  await sales.pay(ann, booking, "1.00");
  await deliver();
  expect((await sales.look(ann, booking)).booking.status).toBe("delivered");
  expect(await refused(deliver())).toBe("already_decided");
  expect(await refused(sales.cancel(ann, booking))).toBe("already_decided");
});

test("a booking keeps the price it was made at; who read another one is told", async () => {
  const ann = await sales.person();
  const save = (more: Record<string, unknown>) => sales.desk.ask("staff_vehicle_save", { token: sales.operations.token, vehicle: null, name: "Sedan", price: "9000.00", currency: "INR", active: true, picture: null, key: randomUUID(), ...more });
  const vehicle = (await save({})).vehicle as string;
  const book = (more: Record<string, unknown> = {}) => sales.desk.ask("member_book", { token: ann.token, vehicle, price: "9000.00", parts: null, day: null, key: randomUUID(), ...more });
  const { booking } = await book() as unknown as { booking: string };
  await save({ vehicle, price: "9500.00" });
  expect((await sales.look(ann, booking)).booking).toMatchObject({ price: "9000.00", outstanding: "9000.00" });
  expect(await refused(book())).toBe("version_changed");
  expect(await book({ price: "9500.00" })).toHaveProperty("reference");
  expect(await refused(book({ price: "9500.00", parts: 3 }))).toBe("invalid_input");
  await save({ vehicle, price: "9500.00", active: false });
  expect(await refused(book({ price: "9500.00" }))).toBe("not_active");
  expect((await sales.desk.ask("member_vehicles", { token: ann.token })).vehicles).not.toContainEqual(expect.objectContaining({ id: vehicle }));
  expect((await sales.desk.ask("staff_vehicles", { token: sales.finance.token })).vehicles).toContainEqual(expect.objectContaining({ id: vehicle, bookings: 2, active: false }));
  expect(await refused(save({ name: "sedan" }))).toBe("reference_taken");
  expect(await refused(save({ name: " " }))).toBe("invalid_input");
  expect(await refused(save({ name: "Cheap", price: "499.99" }))).toBe("below_minimum");
  expect(await refused(save({ vehicle, name: "Sedan", currency: "USD" }))).toBe("currency_mismatch");
  expect(await refused(save({ vehicle: randomUUID() }))).toBe("not_found");
});

test("another's booking is not there", async () => {
  const [ann, bo] = [await sales.person(), await sales.person()];
  const booking = await sales.book(ann, "9000.00");
  expect(await refused(sales.look(bo, booking))).toBe("not_found");
  expect(await refused(sales.submit(bo, booking, "600.00"))).toBe("not_found");
  expect(await refused(sales.cancel(bo, booking))).toBe("not_found");
  expect(await refused(sales.desk.ask("member_booking_keep", { token: bo.token, booking, key: randomUUID() }))).toBe("not_found");
  expect((await sales.desk.ask("member_bookings", { token: bo.token })).items).toEqual([]);
});

test("nobody closes an account whose vehicle money has not come to its end", async () => {
  const ann = await sales.person();
  const booking = await sales.book(ann, "9000.00");
  const obstacles = async () => (await sales.desk.ask("member_close_check", { token: ann.token })).obstacles as unknown;
  expect(await obstacles()).toEqual([]);
  await sales.pay(ann, booking, "600.00");
  expect(await obstacles()).toEqual([{ kind: "bookings", count: 1 }]);
  await sales.desk.decide(sales.finance, await sales.cancel(ann, booking));
  expect(await obstacles()).toEqual([{ kind: "bookings", count: 1 }]);
  await sales.desk.ask("staff_booking_refunded", { token: sales.finance.token, booking, transaction_reference: randomUUID(), key: randomUUID() });
  expect(await obstacles()).toEqual([]);
});

test("after all of this vehicle money in the books is what the bookings say, and nothing contradicts them", async () => {
  const [row] = await sales.desk.sql<{ external: string; held: string }>("select sum(external + case when refunded_at is null then coalesce(refund, 0) else 0 end)::text as external, sum(emi)::text as held from ev.bookings");
  expect(row).toEqual({ external: await advances("external"), held: await advances("held") });
  expect(await sales.faults()).toEqual([]);
});

/** What the pages of vehicles and bookings read: the proof with its payment, what may be paid next, late instalments, the picture, the search. */
import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import { refused } from "../../tests/support/builders";
import { openSales, type Sales } from "./world";

let sales: Sales;
beforeAll(async () => { sales = await openSales(); }, 60_000);
afterAll(async () => {
  expect(await sales.faults()).toEqual([]);
  await sales.close();
});

const attach = async (token: string): Promise<string> => {
  const file = randomUUID();
  await sales.desk.ask("member_file_add", { token, file, name: "upi.png", mime: "image/png", bytes: 10, sha256: "ab".repeat(32) });
  return file;
};

test("a proof stands in the request that decides about the payment, and with the payment", async () => {
  const ann = await sales.person();
  const booking = await sales.book(ann, "9000.00");
  const file = await attach(ann.token);
  const pay = (token: string, proof: string) => sales.desk.ask("member_booking_pay", { token, booking, amount: "500.00", transaction_reference: randomUUID(), key: randomUUID(), file: proof });
  const stranger = await sales.person();
  expect(await refused(pay(ann.token, await attach(stranger.token)))).toBe("not_found");
  const { payment, request } = await pay(ann.token, file);
  const { evidence, request: seen } = await sales.desk.ask("staff_request", { token: sales.finance.token, request });
  expect(evidence.payment).toMatchObject({ id: payment, file, request });
  expect(seen.payload).toMatchObject({ file });
  expect((await sales.look(ann, booking)).payments).toMatchObject([{ id: payment, file, request, state: "pending" }]);
});

test("what may be paid next: the first minimum, then the later one or what is left, then nothing", async () => {
  const ann = await sales.person();
  const booking = await sales.book(ann, "600.40");
  expect(await sales.look(ann, booking)).toMatchObject({ least: "500.00", pay_to: null });
  await sales.pay(ann, booking, "500.00");
  expect((await sales.look(ann, booking)).least).toBe("1.00");
  await sales.pay(ann, booking, "100.00");
  expect((await sales.look(ann, booking)).least).toBe("0.40");
  await sales.pay(ann, booking, "0.40");
  expect((await sales.look(ann, booking)).least).toBeNull();
  await sales.desk.set({ booking_pay_to: "Account 1" });
  expect((await sales.look(ann, booking)).pay_to).toBe("Account 1");
});

test("an instalment is due on its day and late the day after", async () => {
  const ann = await sales.person();
  const booking = await sales.book(ann, "1000.00", { parts: 2, day: 5 });
  await sales.pay(ann, booking, "500.00");
  const states = async () => ((await sales.look(ann, booking)).schedule as { state: string }[]).map(({ state }) => state);
  expect(await states()).toEqual(["open", "open"]);
  await sales.desk.clock("2027-04-05T10:00:00Z");
  expect(await states()).toEqual(["due", "open"]);
  await sales.desk.clock("2027-04-06T10:00:00Z");
  expect(await states()).toEqual(["late", "open"]);
  await sales.pay(ann, booking, "250.00");
  expect(await states()).toEqual(["paid", "open"]);
});

test("a picture stays until another one comes, a repeated post keeps the first, and nothing else is a picture", async () => {
  const name = `Car ${randomUUID().slice(0, 8)}`;
  const save = (vehicle: string | null, picture: string | null, key = randomUUID()) =>
    sales.desk.ask("staff_vehicle_save", { token: sales.operations.token, vehicle, name, price: "900.00", currency: "INR", active: true, picture, key });
  const [first, second, key] = [randomUUID(), randomUUID(), randomUUID()];
  const { vehicle, picture, replaced } = await save(null, first, key);
  expect([picture, replaced]).toEqual([first, null]);
  expect(await save(null, second, key)).toMatchObject({ vehicle, picture: first });
  expect(await save(vehicle as string, null)).toMatchObject({ picture: first, replaced: null });
  const ann = await sales.person();
  expect((await sales.desk.ask("member_vehicle_picture", { token: ann.token, picture: first })).file).toMatchObject({ storage_key: first, mime: "image/jpeg" });
  expect(await save(vehicle as string, second)).toMatchObject({ picture: second, replaced: first });
  expect(await refused(sales.desk.ask("member_vehicle_picture", { token: ann.token, picture: first }))).toBe("not_found");
  expect(await refused(sales.desk.ask("staff_vehicle_picture", { token: sales.finance.token, picture: await attach(ann.token) }))).toBe("not_found");
  expect((await sales.desk.ask("member_vehicle", { token: ann.token, vehicle })).vehicle).toMatchObject({ name, first_payment: "500.00", picture: second });
});

test("staff find bookings by reference and by member, and only those", async () => {
  const [ann, bo] = [await sales.person(), await sales.person()];
  const [hers, his] = [await sales.book(ann, "900.00"), await sales.book(bo, "900.00")];
  const find = async (search: string) => ((await sales.desk.ask("staff_bookings", { token: sales.finance.token, refunds: false, search })).items as { id: string }[]).map(({ id }) => id);
  const { reference } = (await sales.look(ann, hers)).booking as { reference: string };
  expect(await find(reference.toLowerCase())).toEqual([hers]);
  expect(await find(bo.code)).toEqual([his]);
  expect(await find("%")).toEqual([]);
  const request = await sales.cancel(ann, hers);
  expect((await sales.desk.ask("staff_booking", { token: sales.finance.token, booking: hers })).booking).toMatchObject({ cancelling: true, cancel_request: request });
});

/** Members hear of an instalment once before it is due and once when it is late, of what is really missing, and not of what a payout will pay. */
import { afterAll, beforeAll, expect, test } from "vitest";

import { openSales, type Person, type Sales } from "./world";

let sales: Sales;
beforeAll(async () => { sales = await openSales(); }, 60_000);
afterAll(() => sales.close());

const remind = async (): Promise<number> => (await sales.desk.job("worker_ev_remind")).told as number;
const mails = async (who: Person) =>
  sales.desk.sql<{ template: string; no: number; amount: string }>(
    "select x.template, (x.props->>'no')::integer as no, x.props->>'amount' as amount from outbox.mails x where x.member_id = $1 and x.template like 'instalment%' order by x.id", [await sales.key(who)]);

test("once before the day, once after it, and not again", async () => {
  const ann = await sales.person();
  const booking = await sales.book(ann, "1500.00", { parts: 2, day: 5 });
  await sales.pay(ann, booking, "500.00");
  await sales.desk.clock("2027-04-01T10:00:00Z");
  expect(await remind()).toBe(0);
  await sales.desk.clock("2027-04-02T10:00:00Z");
  expect([await remind(), await remind()]).toEqual([1, 0]);
  await sales.pay(ann, booking, "100.00");
  await sales.desk.clock("2027-04-05T10:00:00Z");
  expect(await remind()).toBe(0);
  await sales.desk.clock("2027-04-06T10:00:00Z");
  expect([await remind(), await remind()]).toEqual([1, 0]);
  expect(await mails(ann)).toEqual([{ template: "instalment_due", no: 1, amount: "500.00" }, { template: "instalment_late", no: 1, amount: "400.00" }]);
});

test("what is paid, cancelled or long ago is not asked for; what waits in a payout neither", async () => {
  const [paid, gone, waiting] = [await sales.person(), await sales.person(), await sales.person()];
  const bookings = [];
  for (const who of [paid, gone, waiting]) {
    const booking = await sales.book(who, "1500.00", { parts: 2, day: 20 });
    await sales.pay(who, booking, "500.00");
    bookings.push(booking);
  }
  await sales.pay(paid, bookings[0] ?? "", "500.00");
  await sales.desk.decide(sales.finance, await sales.cancel(gone, bookings[1] ?? ""));
  await sales.desk.sql("update ev.bookings set reserved = 50000 where id = $1", [bookings[2]]);
  await sales.desk.clock("2027-05-18T10:00:00Z");
  await remind();
  for (const who of [paid, gone, waiting]) expect(await mails(who)).toEqual([]);
  await sales.desk.clock("2027-06-19T10:00:00Z");
  await remind();
  for (const who of [paid, waiting]) expect(await mails(who)).toEqual([{ template: "instalment_due", no: 2, amount: "500.00" }]);
  expect(await mails(gone)).toEqual([]);
});

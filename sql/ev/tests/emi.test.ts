/** EMI money: from the member's own reserve into the oldest open booking, and back when the earning it came from is reversed (spec 4.1, 4.3). */
import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import { together, words } from "../../tests/support/race";
import { openSales, type Person, type Sales } from "./world";

let sales: Sales;
beforeAll(async () => { sales = await openSales(); });
afterAll(() => sales.close());

const reserveOf = async (who: Person): Promise<string> => (await sales.desk.wallets(who)).EMI_RESERVE ?? "0.00";
const settled = async (who: Person, booking: string): Promise<string[]> => ((await sales.look(who, booking)).schedule as { paid: string }[]).map(({ paid }) => paid);

test("what lies in the reserve is applied right after the first payment, does not help to reach it, and earns nobody commission", async () => {
  const sponsor = await sales.person();
  const ann = await sales.person(sponsor.code);
  await sales.reserve(ann, 40000);
  const booking = await sales.book(ann, "1000.00", { parts: 2, day: 5 });
  expect((await sales.look(ann, booking)).booking.paid).toBe("0.00");
  await expect(sales.submit(ann, booking, "499.99")).rejects.toMatchObject({ message: "below_minimum" });
  await sales.pay(ann, booking, "500.00");
  const { booking: row, payments } = await sales.look(ann, booking);
  expect(row).toMatchObject({ paid: "900.00", external: "500.00", emi: "400.00", outstanding: "100.00" });
  expect((payments as { source: string; amount: string }[]).map(({ source, amount }) => `${source} ${amount}`).sort()).toEqual(["emi 400.00", "external 500.00"]);
  expect(await settled(ann, booking)).toEqual(["250.00", "150.00"]);
  expect(await reserveOf(ann)).toBe("0.00");
  expect(await sales.desk.sql("select c.base::text, c.amount::text from referral.commissions c join identity.members m on m.id = c.referred_id where m.public_id = $1", [ann.id])).toEqual([{ base: "50000", amount: "1500" }]);
});

test("the oldest open booking is paid, never above its outstanding; without one the money stays", async () => {
  const ann = await sales.person();
  await sales.reserve(ann, 100000);
  expect(await sales.applyEmi(ann, 20000, randomUUID())).toEqual({ booking: null, applied: "0" });
  expect(await reserveOf(ann)).toBe("1000.00");
  const [first, second] = [await sales.book(ann, "2000.00"), await sales.book(ann, "900.00")];
  await sales.pay(ann, second, "700.00");
  // The reserve went into the one that was opened first, as far as it could.
  expect((await sales.look(ann, second)).booking).toMatchObject({ paid: "900.00", status: "paid" });
  expect(await reserveOf(ann)).toBe("800.00");
  await sales.desk.clock("2027-03-02T10:00:00Z");
  await sales.pay(ann, first, "500.00");
  expect((await sales.look(ann, first)).booking).toMatchObject({ paid: "1300.00", outstanding: "700.00" });
  await sales.reserve(ann, 90000);
  expect(await sales.applyEmi(ann, 90000, randomUUID())).toEqual({ booking: first, applied: "70000" });
  expect(await reserveOf(ann)).toBe("200.00");
});

test("money of a reversed earning leaves its booking for the reserve, and the instalment opens again", async () => {
  const ann = await sales.person();
  const booking = await sales.book(ann, "1100.00", { parts: 3, day: 5 });
  await sales.pay(ann, booking, "500.00");
  const [one, two] = [randomUUID(), randomUUID()];
  await sales.reserve(ann, 45000);
  await sales.applyEmi(ann, 20000, one);
  await sales.applyEmi(ann, 25000, two);
  expect(await settled(ann, booking)).toEqual(["200.00", "200.00", "50.00"]);
  expect(await sales.takeBack(ann, 20000, one)).toBe("20000");
  expect(await settled(ann, booking)).toEqual(["200.00", "50.00", "0.00"]);
  expect(await reserveOf(ann)).toBe("200.00");
  // Its own part first, then the latest; no more than there is.
  expect(await sales.takeBack(ann, 30000, one)).toBe("25000");
  expect((await sales.look(ann, booking)).booking).toMatchObject({ paid: "500.00", emi: "0.00", external: "500.00" });
  expect(await reserveOf(ann)).toBe("450.00");
});

test("a cancellation gives own money back to the reserve at once, and the next booking gets it", async () => {
  const ann = await sales.person();
  await sales.reserve(ann, 12345);
  const booking = await sales.book(ann, "5000.00");
  await sales.pay(ann, booking, "600.00");
  await sales.desk.decide(sales.finance, await sales.cancel(ann, booking));
  expect((await sales.look(ann, booking)).booking).toMatchObject({ paid: "0.00", emi: "0.00", refund: "600.00", status: "cancelled" });
  expect(await reserveOf(ann)).toBe("123.45");
  expect(await sales.takeBack(ann, 12345, randomUUID())).toBe("0");
  const next = await sales.book(ann, "5000.00");
  await sales.pay(ann, next, "500.00");
  expect((await sales.look(ann, next)).booking).toMatchObject({ paid: "623.45", emi: "123.45" });
});

test("ten applications and five takings at once: never more than was there, and the books agree", async () => {
  const ann = await sales.person();
  const booking = await sales.book(ann, "2000.00");
  await sales.pay(ann, booking, "500.00");
  await sales.reserve(ann, 200000);
  const works = [...Array.from({ length: 10 }, () => () => sales.applyEmi(ann, 20000, randomUUID()) as Promise<unknown>), ...Array.from({ length: 5 }, () => () => sales.takeBack(ann, 10000, randomUUID()) as Promise<unknown>)];
  expect(new Set(words(await together(...works)))).toEqual(new Set(["accepted"]));
  const { booking: row } = await sales.look(ann, booking) as unknown as { booking: { emi: string } };
  const cents = (text: string) => BigInt(text.replace(".", ""));
  expect(cents(row.emi) + cents(await reserveOf(ann))).toBe(200000n);
  expect(cents(row.emi)).toBeLessThanOrEqual(150000n);
  expect(await sales.faults()).toEqual([]);
});

/** The unit of a member and Active Buyer: reached, cooled, qualified, reversed, a new generation (spec 4.1). */
import { afterAll, beforeAll, expect, test } from "vitest";

import { together, words } from "../../tests/support/race";
import { openSales, type Person, type Sales } from "./world";

let sales: Sales;
beforeAll(async () => { sales = await openSales(); });
afterAll(() => sales.close());

type Unit = { generation: number; reached: string; qualified: string | null; reversed: string | null };
const units = async (who: Person): Promise<Unit[]> =>
  sales.desk.sql<Unit>(`select generation, to_char(reached_at at time zone 'UTC', 'MM-DD') as reached, to_char(qualified_at at time zone 'UTC', 'MM-DD') as qualified, to_char(reversed_at at time zone 'UTC', 'MM-DD') as reversed
    from ev.units u join identity.members m on m.id = u.member_id where m.public_id = $1 order by generation`, [who.id]);
const cool = () => sales.desk.job("worker_cooling_ends");
const cancel = async (who: Person, booking: string) => sales.desk.decide(sales.finance, await sales.cancel(who, booking));

test("reached with the qualifying amount over all bookings, qualified after cooling-off, counted once however often the job runs", async () => {
  await sales.desk.set({ cooling_off_days: "30" });
  const ann = await sales.person();
  const bookings = [await sales.book(ann, "9000.00"), await sales.book(ann, "9000.00")];
  await sales.pay(ann, bookings[0] ?? "", "4999.99");
  expect(await units(ann)).toEqual([]);
  await sales.pay(ann, bookings[1] ?? "", "500.00");
  expect(await units(ann)).toEqual([{ generation: 1, reached: "03-01", qualified: null, reversed: null }]);
  await sales.desk.clock("2027-03-31T09:59:59Z");
  expect(await cool()).toMatchObject({ qualified: 0 });
  await sales.desk.clock("2027-03-31T10:00:00Z");
  const runs = await together(...Array.from({ length: 5 }, () => cool));
  expect(new Set(words(runs))).toEqual(new Set(["accepted"]));
  expect(await units(ann)).toEqual([{ generation: 1, reached: "03-01", qualified: "03-31", reversed: null }]);
  expect(await cool()).toEqual({ qualified: 0, released: 0 });
});

test("reversed when payments fall below, and then a new generation with a cooling-off of its own", async () => {
  const ann = await sales.person();
  const [one, two] = [await sales.book(ann, "9000.00"), await sales.book(ann, "9000.00")];
  await sales.pay(ann, one, "5000.00");
  await sales.pay(ann, two, "5000.00");
  await sales.desk.clock("2027-05-01T10:00:00Z");
  await cool();
  await cancel(ann, one);
  expect(await units(ann)).toEqual([{ generation: 1, reached: "03-31", qualified: "05-01", reversed: null }]);
  await cancel(ann, two);
  expect(await units(ann)).toEqual([{ generation: 1, reached: "03-31", qualified: "05-01", reversed: "05-01" }]);
  await sales.pay(ann, await sales.book(ann, "9000.00"), "6000.00");
  expect(await units(ann)).toEqual([{ generation: 1, reached: "03-31", qualified: "05-01", reversed: "05-01" }, { generation: 2, reached: "05-01", qualified: null, reversed: null }]);
  expect((await sales.desk.ask("member_bookings", { token: ann.token })).periods).toMatchObject([{ lost_at: null }, { lost_at: expect.any(String) as string }]);
});

test("a sale taken back within cooling-off never counts", async () => {
  const ann = await sales.person();
  const booking = await sales.book(ann, "9000.00");
  await sales.pay(ann, booking, "5000.00");
  await cancel(ann, booking);
  await sales.desk.clock("2027-07-01T10:00:00Z");
  await cool();
  expect(await units(ann)).toEqual([{ generation: 1, reached: "05-01", qualified: null, reversed: "05-01" }]);
});

test("a unit of somebody unknown waits for the identity check where the operator asks for it", async () => {
  await sales.desk.set({ cooling_off_days: "0", require_kyc: "true" });
  const ann = await sales.person();
  await sales.pay(ann, await sales.book(ann, "9000.00"), "5000.00");
  expect(await cool()).toEqual({ qualified: 0, released: 0 });
  expect(await units(ann)).toMatchObject([{ qualified: null }]);
  await sales.desk.sql("update identity.members set kyc_approved_at = core.business_now() where public_id = $1", [ann.id]);
  expect(await cool()).toMatchObject({ qualified: 1 });
  expect(await units(ann)).toMatchObject([{ qualified: "07-01" }]);
  await sales.desk.set({ require_kyc: "false" });
});

test("what a movement means for the tree is said once: begun, ceased, begun anew", async () => {
  const ann = await sales.person();
  const id = await sales.key(ann);
  const said = async () => (await sales.desk.sql<{ said: string | null }>("select generation || ' ' || direction as said from ev.refresh($1, core.business_now())", [id]))[0]?.said ?? null;
  const paid = (minor: number) => sales.desk.sql("alter table ev.bookings disable trigger bookings_are_kept; update ev.bookings set external = " + String(minor) + " where member_id = " + id);
  await sales.pay(ann, await sales.book(ann, "9000.00"), "500.00");
  expect(await said()).toBeNull();
  await paid(500000);
  expect([await said(), await said()]).toEqual(["1 1", null]);
  await paid(499999);
  expect([await said(), await said()]).toEqual(["1 -1", null]);
  await paid(500000);
  expect([await said(), await said()]).toEqual(["2 1", null]);
});

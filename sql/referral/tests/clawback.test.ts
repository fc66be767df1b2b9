/** A commission whose sale is cancelled: what was never paid is not paid, what is there comes back, the rest is owed (spec 4.1, 4.3). */
import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import { openDesk, type Desk } from "../../tests/support/builders";
import { testDatabase, type TestDatabase } from "../../tests/support/database";
import { together, words } from "../../tests/support/race";

type Person = { token: string; id: string; code: string };

let database: TestDatabase;
let desk: Desk;
let method: string;
let operations: { token: string };
let finance: { token: string };
let vehicle: string;

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database);
  await desk.clock("2027-03-01T10:00:00Z");
  await desk.set({ otp_per_minute: "10000", cooling_off_days: "0", two_person_above: "0", sign_on_bonus: "0" });
  [operations, finance] = [await desk.staff("operations"), await desk.staff("finance")];
  method = await desk.method("INR");
  vehicle = (await desk.ask("staff_vehicle_save", { token: operations.token, vehicle: null, name: "Car", price: "90000.00", currency: "INR", active: true, picture: null, key: randomUUID() })).vehicle as string;
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});

/** Somebody brought by a new member has paid so much for a booking; both, and the booking. */
async function sale(...amounts: string[]): Promise<{ sponsor: Person; buyer: Person; booking: string }> {
  const sponsor: Person = await desk.member(`s${randomUUID().slice(0, 8)}`);
  const buyer: Person = await desk.member(`b${randomUUID().slice(0, 8)}`, sponsor.code);
  const { booking } = await desk.ask("member_book", { token: buyer.token, vehicle, price: "90000.00", parts: null, day: null, key: randomUUID() }) as unknown as { booking: string };
  for (const amount of amounts) {
    const { request } = await desk.ask("member_booking_pay", { token: buyer.token, booking, amount, transaction_reference: randomUUID(), key: randomUUID() });
    await desk.decide(finance, request);
  }
  return { sponsor, buyer, booking };
}
const cancellation = async ({ buyer, booking }: { buyer: Person; booking: string }): Promise<string> =>
  (await desk.ask("member_booking_cancel", { token: buyer.token, booking, key: randomUUID() })).request as string;
const clawbacks = (sponsor: Person) =>
  desk.sql("select sum(b.unpaid)::text as unpaid, sum(b.returned)::text as returned, sum(b.owed)::text as owed from referral.clawbacks b join referral.commissions c on c.id = b.commission_id join identity.members m on m.id = c.referrer_id where m.public_id = $1", [sponsor.id]);
const owed = async (): Promise<string[]> => (await desk.sql<{ balance: string }>("select balance::text from ledger.balances where kind in ('clawback_receivable', 'clawback_contra') and currency = 'INR' order by kind")).map(({ balance }) => balance);
const faults = () => desk.sql("select f.law, f.object from unnest(array['ledger', 'treasury', 'referral', 'ev', 'network']) d cross join lateral desk.faults(d) f");

test("what EARNINGS no longer has is owed, and the treasury gets back only what came back", async () => {
  await desk.fund("commission", "INR", "1000.00", method, operations, finance);
  const sold = await sale("5000.00", "1000.00");
  await desk.settle();
  expect((await desk.wallets(sold.sponsor)).EARNINGS).toBe("180.00");
  expect(await desk.sql("select x.props ->> 'source' as source, x.props -> 'held' as held from outbox.mails x join identity.members m on m.id = x.member_id where m.public_id = $1 and x.template = 'referral_earned'", [sold.sponsor.id]))
    .toEqual([{ source: "ev_payment", held: false }, { source: "ev_payment", held: false }]);
  // Set aside for something else: it is not there to be taken.
  await desk.sql("select ledger.place_hold(ledger.wallet(m.id, 'EARNINGS', 'INR'), 17000, 'payout', null, now()) from identity.members m where m.public_id = $1", [sold.sponsor.id]);
  await desk.decide(finance, await cancellation(sold));
  expect((await desk.wallets(sold.sponsor)).EARNINGS).toBe("170.00");
  expect(await clawbacks(sold.sponsor)).toEqual([{ unpaid: "0", returned: "1000", owed: "17000" }]);
  expect(await owed()).toEqual(["17000", "17000"]);
  expect((await desk.ask("member_referrals", { token: sold.sponsor.token })).totals).toMatchObject({ earned: [] });
  expect((await desk.ask("member_earnings", { token: sold.sponsor.token })).owed).toEqual([{ currency: "INR", amount: "170.00" }]);
  expect(await faults()).toEqual([]);
  // What they earn next pays it back first.
  const next: Person = await desk.member(`n${randomUUID().slice(0, 8)}`, sold.sponsor.code);
  const { booking } = await desk.ask("member_book", { token: next.token, vehicle, price: "90000.00", parts: null, day: null, key: randomUUID() });
  const pay = async (amount: string) => {
    const { request } = await desk.ask("member_booking_pay", { token: next.token, booking, amount, transaction_reference: randomUUID(), key: randomUUID() });
    await desk.decide(finance, request);
    await desk.settle();
  };
  await pay("1000.00");
  expect((await desk.wallets(sold.sponsor)).EARNINGS).toBe("170.00");
  expect(await owed()).toEqual(["14000", "14000"]);
  expect(await faults()).toEqual([]);
  await pay("5000.00");
  expect((await desk.wallets(sold.sponsor)).EARNINGS).toBe("180.00");
  expect(await owed()).toEqual(["0", "0"]);
  expect((await desk.ask("member_earnings", { token: sold.sponsor.token })).owed).toEqual([]);
  expect(await faults()).toEqual([]);
});

test("a cancellation and the payment of its commissions at once: each is paid and taken back, or never paid", async () => {
  for (let round = 0; round < 8; round += 1) {
    const sold = await sale("700.00", "800.00");
    const request = await cancellation(sold);
    expect(words(await together<unknown>(() => desk.decide(finance, request), () => desk.job("worker_settle"), () => desk.job("worker_settle")))).toEqual(["accepted", "accepted", "accepted"]);
    await desk.settle();
    const [row] = await clawbacks(sold.sponsor);
    expect(Number(row?.unpaid) + Number(row?.returned)).toBe(4500);
    expect(row?.owed).toBe("0");
    expect((await desk.wallets(sold.sponsor)).EARNINGS ?? "0.00").toBe("0.00");
  }
  expect(await faults()).toEqual([]);
});

test("two cancellations of what one member brought, at once, take back both", async () => {
  const first = await sale("900.00");
  const second: Person = await desk.member(`c${randomUUID().slice(0, 8)}`, first.sponsor.code);
  const { booking } = await desk.ask("member_book", { token: second.token, vehicle, price: "90000.00", parts: null, day: null, key: randomUUID() }) as unknown as { booking: string };
  const { request } = await desk.ask("member_booking_pay", { token: second.token, booking, amount: "600.00", transaction_reference: randomUUID(), key: randomUUID() });
  await desk.decide(finance, request);
  await desk.settle();
  expect((await desk.wallets(first.sponsor)).EARNINGS).toBe("45.00");
  const requests = [await cancellation(first), await cancellation({ buyer: second, booking })];
  expect(words(await together(...requests.map((one) => () => desk.decide(finance, one))))).toEqual(["accepted", "accepted"]);
  expect((await desk.wallets(first.sponsor)).EARNINGS).toBe("0.00");
  expect(await faults()).toEqual([]);
});

test("a commission that is paid at once out of an earmark pays back what is owed first, and is told, as every other", async () => {
  const sold = await sale("5000.00");
  await desk.settle();
  const [{ key } = { key: "" }] = await desk.sql<{ key: string }>("select id as key from identity.members where public_id = $1", [sold.sponsor.id]);
  await desk.sql("select ledger.place_hold(ledger.wallet($1, 'EARNINGS', 'INR'), 15000, 'payout', null, now())", [key]);
  await desk.decide(finance, await cancellation(sold));
  const before = await owed();
  await desk.set({ rail_percent: "10" });
  const made = await desk.ask("staff_plan_create", { token: operations.token, name: "Steep", currency: "INR", timezone: "UTC", daily_rate: "0.10", minimum: "1.00", maximum: "100000.00", duration: 2, unit: "DAYS", referral_rate: "3.00", description: "", risk_text: "Risky", key: randomUUID() });
  await desk.decide(finance, made.request as string);
  await desk.decide(await desk.staff("finance"), made.request as string);
  await desk.fund("returns", "INR", "1000.00", method, operations, finance);
  await desk.fund("commission", "INR", "1000.00", method, operations, finance);
  const invest = async (amount: string) => {
    const investor = await desk.member(`i${randomUUID().slice(0, 8)}`, sold.sponsor.code);
    await desk.deposit(investor, amount, method, finance);
    await desk.invest(investor, made.plan as string, amount);
  };
  // 60.00 of 150.00, then the rest of it out of 300.00.
  await invest("2000.00");
  expect((await desk.wallets(sold.sponsor)).EARNINGS).toBe("150.00");
  await invest("10000.00");
  expect((await desk.wallets(sold.sponsor)).EARNINGS).toBe("360.00");
  expect(await owed()).toEqual(before.map((balance) => String(BigInt(balance) - 15000n)));
  expect(await desk.sql("select r.amount::text, r.item_id from treasury.recoveries r join treasury.clawbacks c on c.id = r.clawback_id where c.member_id = $1 order by r.journal_id", [key])).toEqual([{ amount: "6000", item_id: null }, { amount: "9000", item_id: null }]);
  const mails = () => desk.sql<{ amount: string; held: boolean }>("select x.props ->> 'amount' as amount, x.props -> 'held' as held from outbox.mails x where x.member_id = $1 and x.template = 'referral_earned' and x.props ->> 'source' = 'investment' order by x.id", [key]);
  expect(await mails()).toEqual([{ amount: "60.00", held: false }, { amount: "300.00", held: false }]);
  // Of who is suspended it is held, as the queue would.
  await desk.sql("update identity.members set status = 'suspended' where id = $1", [key]);
  await invest("1000.00");
  expect(await desk.sql("select h.reason, h.amount::text from ledger.holds h join ledger.accounts a on a.id = h.account_id where a.member_id = $1 and h.state = 'open' order by h.placed_at desc limit 1", [key])).toEqual([{ reason: "unverified", amount: "3000" }]);
  expect((await mails()).at(-1)).toEqual({ amount: "30.00", held: true });
  expect(await faults()).toEqual([]);
});

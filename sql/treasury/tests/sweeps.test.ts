/** The operator's own money leaves the client account: what is its own, what comes back when a member needs it, and two who take at once. */
import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import { refused } from "../../tests/support/builders";
import { tally, together, words } from "../../tests/support/race";
import { openPayouts, type Earner, type Payouts } from "../../payout/tests/world";

let house: Payouts;
beforeAll(async () => {
  house = await openPayouts();
});
afterAll(() => house.close());

/** A client account that holds what members earned, and a member whose EMI money paid for a vehicle. */
async function paidByEmi(minor: number): Promise<Earner & { booking: string }> {
  const who = await house.earner(0);
  const booking = await house.book(who, "90000.00");
  await house.pay(who, booking, "500.00");
  await house.desk.sql("select ledger.post('adjustment', '2027-03-01', null, null, array[((select account_id from funding.methods where id = $2), $3::bigint, null)::ledger.line, (ledger.wallet($1, 'EMI_RESERVE', 'INR'), -$3::bigint, null)::ledger.line])", [who.key, house.method, minor]);
  await house.applyEmi(who, minor, randomUUID());
  return { ...who, booking };
}
/** Fees that lie in the client account: a member pays them, the cash stays. */
const fee = async (minor: number) => {
  const who = await house.earner(minor);
  await house.desk.sql("select ledger.post('fee', '2027-03-01', null, null, array[(ledger.wallet($1, 'EARNINGS', 'INR'), $2::bigint, null)::ledger.line, (ledger.operator_account('income:fees', 'INR'), -$2::bigint, null)::ledger.line])", [who.key, minor]);
};
const body = (over: Record<string, unknown> = {}) => ({ token: house.operations.token, currency: "INR", held: "0", own: "0", method: house.method, note: null, key: randomUUID(), ...over });
const ask = (over: Record<string, unknown> = {}) => house.desk.ask("staff_sweep", body(over)) as Promise<{ request: string }>;
const take = async (over: Record<string, unknown>) => {
  const { request } = await ask(over);
  await house.desk.decide(house.finance, request);
  return request;
};
const own = async () => ((await house.desk.ask("staff_treasury", { token: house.operations.token })).own as { currency: string; held: string; own: string; swept: string }[]).find(({ currency }) => currency === "INR");
const linesOf = async (where: string, args: unknown[]) =>
  (await house.desk.sql<{ lines: string }>(`select string_agg(regexp_replace(a.kind, '^bank:client:.*', 'bank:client') || ' ' || l.amount, ', ' order by a.kind) as lines from ledger.journals j join ledger.lines l on l.journal_id = j.id join ledger.accounts a on a.id = l.account_id where ${where} group by j.id order by j.id desc limit 1`, args))[0]?.lines;
const emptied = async () => {
  const there = await own();
  if (there && (there.held !== "0.00" || there.own !== "0.00")) await take({ held: there.held, own: there.own });
};
const cover = async () =>
  (await house.desk.sql<{ surplus: string }>("select (bank + deployed - owed)::text as surplus from treasury.coverage() where currency = 'INR'"))[0]?.surplus;

test("vehicle money and fees leave in one journal; nothing that is owed leaves with them", async () => {
  await paidByEmi(40_000);
  await fee(2_500);
  expect(await own()).toEqual({ currency: "INR", held: "400.00", own: "25.00", swept: "0.00", last_at: null });
  const request = await take({ held: "400.00", own: "20.00" });
  expect(await linesOf("j.cause = $1 and j.kind = 'sweep'", [request])).toBe("bank:client -42000, bank:operator 42000, customer_advances:external -40000, customer_advances:held 40000");
  expect(await own()).toMatchObject({ held: "0.00", own: "5.00", swept: "420.00" });
  expect(await cover()).toBe("500");
  expect(await house.wrong()).toEqual([]);
});

test("what is not the operator's own is refused at its field and changes nothing", async () => {
  await paidByEmi(10_000);
  const there = await own();
  const requests = await house.desk.sql("select id from approval.requests where kind = 'sweep'");
  const usd = await house.desk.method("USD", "Dollars");
  const refusals: [Record<string, unknown>, string][] = [
    [{ held: "100.01" }, "exceeds_sweepable"], [{ own: "5.01" }, "exceeds_sweepable"], [{ held: "100.00", own: "90000000000" }, "exceeds_sweepable"], [{}, "invalid_amount"], [{ held: "-1" }, "invalid_amount"], [{ own: "1.001" }, "invalid_amount"],
    [{ held: "" }, "invalid_amount"], [{ held: null }, "invalid_amount"], [{ own: "1e2" }, "invalid_amount"], [{ held: "1.00", method: randomUUID() }, "not_found"], [{ held: "1.00", method: usd }, "currency_mismatch"], [{ held: "1.00", token: house.finance.token }, "not_permitted"],
  ];
  for (const [over, code] of refusals) expect([over, await refused(ask(over))]).toEqual([over, code]);
  expect(await own()).toEqual(there);
  expect(await house.desk.sql("select id from approval.requests where kind = 'sweep'")).toEqual(requests);
});

test("one key is one request, and whoever asks does not approve", async () => {
  const first = body({ held: "1.00" });
  const { request } = await house.desk.ask("staff_sweep", first);
  expect(await house.desk.ask("staff_sweep", first)).toEqual({ request });
  expect(await refused(house.desk.ask("staff_sweep", { ...first, held: "2.00" }))).toBe("key_reuse");
  expect(await refused(house.desk.decide(house.operations, request as string))).toBe("not_permitted");
  await house.desk.decide(house.finance, request as string);
});

test("a cancelled booking gives EMI money back that was swept: the journal brings it into the client account", async () => {
  await emptied();
  const who = await paidByEmi(30_000);
  await take({ held: "200.00" });
  await house.desk.decide(house.finance, await house.cancel(who, who.booking));
  expect(await linesOf("j.cause = $1 and j.kind = 'booking_refund'", [who.booking])).toBe("EMI_RESERVE -30000, bank:client 20000, bank:operator -20000, customer_advances:external 20000, customer_advances:held 10000");
  expect(await house.wrong()).toEqual([]);
  await house.desk.ask("staff_booking_refunded", { token: house.operations.token, booking: who.booking, transaction_reference: randomUUID(), key: randomUUID() });
  expect(await house.wrong()).toEqual([]);
});

test("a payout that is reversed takes its instalment back, swept or not", async () => {
  await emptied();
  const who = await house.earner(1_000_000);
  const booking = await house.book(who, "9000.00", { parts: 4, day: 1 });
  await house.pay(who, booking, "1000.00");
  await house.desk.clock("2027-04-02T10:00:00Z");
  const paid = await house.ask(who, "3000.00", true);
  await house.approve(paid.request);
  expect(await own()).toMatchObject({ held: "2000.00" });
  await take({ held: "2000.00" });
  await house.reverse(paid.payout);
  expect(await linesOf("j.cause = $1 and j.kind = 'reversal'", [paid.payout])).toMatch(/bank:client 200000, bank:operator -200000, customer_advances:external 200000/);
  expect(await own()).toMatchObject({ held: "0.00" });
  expect(await house.wrong()).toEqual([]);
});

test("of two sweeps of the same money one is booked, however close together they are approved", async () => {
  await emptied();
  await paidByEmi(10_000);
  await fee(1_000);
  const [first, second] = await Promise.all([ask({ held: "100.00" }), ask({ held: "60.00", own: "10.00" })]);
  const outcomes = await together(() => house.desk.decide(house.finance, first.request), () => house.desk.decide(house.second, second.request));
  expect(tally(words(outcomes))).toEqual({ accepted: 1, exceeds_sweepable: 1 });
  expect(await house.wrong()).toEqual([]);
});

test("a sweep and a cancellation at once end in the same books, whoever is first", async () => {
  for (let round = 0; round < 8; round += 1) {
    await emptied();
    const who = await paidByEmi(10_000);
    const [{ request }, cancelled] = [await ask({ held: "100.00" }), await house.cancel(who, who.booking)];
    const outcomes = words(await together(() => house.desk.decide(house.finance, request), () => house.desk.decide(house.second, cancelled)));
    expect([["accepted", "accepted"], ["exceeds_sweepable", "accepted"]]).toContainEqual(outcomes);
    expect((await house.desk.sql<{ balance: string }>("select balance::text from ledger.balances where member_id = $1 and kind = 'EMI_RESERVE' and currency = 'INR'", [who.key]))[0]?.balance).toBe("10000");
  }
  expect(await house.wrong()).toEqual([]);
});

test("nothing leaves while a fault in the books is not cleared", async () => {
  await emptied();
  await paidByEmi(5_000);
  const { request } = await ask({ held: "50.00" });
  await house.desk.job("worker_watch_everything", { domain: "payout" });
  await house.desk.sql("insert into audit.findings (run_id, form, law, object, expected, found, raised_at, seen_at) select max(id), 'everything', 'law', 'object', '1', '2', now(), now() from audit.watch_runs");
  expect(await refused(house.desk.decide(house.finance, request))).toBe("payouts_paused");
});

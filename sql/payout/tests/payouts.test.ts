/** Payouts through the desk: what is held and reserved, who may send, what comes back, and two who do it at once. */
import { createHash, randomUUID } from "node:crypto";

import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { refused } from "../../tests/support/builders";
import { tally, together, words } from "../../tests/support/race";
import { openPayouts, type Payouts } from "./world";

let house: Payouts;
beforeAll(async () => { house = await openPayouts(); });
afterAll(() => house.close());
beforeEach(async () => { await house.desk.clock("2027-03-01T10:00:00Z"); });

test("one request key is one payout, and another body is refused", async () => {
  const who = await house.earner(100000);
  const key = randomUUID();
  const proof = await house.prove(who, "100.00");
  const body = { token: who.token, currency: "INR", amount: "100.00", autofill: false, destination: who.to, key, ...proof };
  const first = await house.desk.ask("member_payout_request", body);
  expect(await house.desk.ask("member_payout_request", body)).toEqual(first);
  expect(await refused(house.desk.ask("member_payout_request", { ...body, autofill: true }))).toBe("key_reuse");
  expect(await house.earnings(who)).toEqual({ balance: "100000", available: "90000" });
});

test("a code for another amount or account pays nothing", async () => {
  const who = await house.earner(100000);
  const other = await house.desk.destination(who);
  const proof = await house.prove(who, "100.00");
  const body = { token: who.token, currency: "INR", autofill: false, ...proof };
  expect((await house.desk.ask("member_payout_request", { ...body, amount: "100.01", destination: who.to, key: randomUUID() })).outcome).toBe("wrong");
  expect((await house.desk.ask("member_payout_request", { ...body, amount: "100.00", destination: other, key: randomUUID() })).outcome).toBe("wrong");
  expect(await house.earnings(who)).toEqual({ balance: "100000", available: "100000" });
});

test("only to an own bank account that has cooled, and not while withdrawals are paused", async () => {
  const who = await house.earner(100000);
  const stranger = await house.earner(0);
  const check = (destination: string) => house.desk.ask("member_payout_check", { token: who.token, currency: "INR", amount: "100.00", autofill: false, destination });
  expect(await check(who.to)).toMatchObject({ gross: "100.00", tax: "5.00", net: "95.00", emi: "0.00", bank: "95.00", available_after: "900.00", people_needed: 1 });
  expect(await refused(check(stranger.to))).toBe("not_found");
  expect(await refused(check(randomUUID()))).toBe("not_found");
  await house.desk.sql("update funding.destinations set usable_at = '2027-03-02' where id = $1", [who.to]);
  expect(await refused(check(who.to))).toBe("destination_cooling");
  await house.desk.sql("update funding.destinations set usable_at = '2027-02-02' where id = $1", [who.to]);
  await house.desk.sql("update identity.members set withdrawals_from = '2027-03-02' where id = $1", [who.key]);
  expect(await refused(check(who.to))).toBe("withdrawals_cooling");
});

test("who is suspended or has deactivated the account asks for nothing, and who was reported dead is paid with the claim", async () => {
  const who = await house.earner(100000);
  const { request } = await house.ask(who, "100.00");
  await house.desk.sql("update identity.members set deactivated_at = now() where id = $1", [who.key]);
  expect(await refused(house.desk.ask("member_payout_check", { token: who.token, currency: "INR", amount: "1.00", autofill: false, destination: who.to }))).toBe("deactivated");
  await house.desk.sql("update identity.members set deactivated_at = null, status = 'suspended' where id = $1", [who.key]);
  expect(await refused(house.desk.ask("member_payout_check", { token: who.token, currency: "INR", amount: "1.00", autofill: false, destination: who.to }))).toBe("suspended");
  await house.desk.sql("update identity.members set status = 'claimed' where id = $1", [who.key]);
  expect(await refused(house.approve(request))).toBe("claim_stands");
  await house.desk.sql("update identity.members set status = 'active' where id = $1", [who.key]);
  await house.approve(request);
});

test("KYC is asked for where withdrawals ask for it", async () => {
  const who = await house.earner(100000);
  await house.desk.set({ require_kyc: "true" });
  expect(await refused(house.ask(who, "100.00"))).toBe("kyc_required");
  await house.desk.set({ require_kyc: "false" });
});

test("nothing is approved or sent while a fault in the books is not cleared", async () => {
  const who = await house.earner(100000);
  const one = await house.ask(who, "100.00");
  const two = await house.ask(who, "100.00");
  await house.approve(one.request);
  await house.desk.sql("insert into audit.findings (run_id, form, law, object, expected, found, raised_at, seen_at) select max(id), 'everything', 'law', 'object', '1', '2', now(), now() from audit.watch_runs having max(id) is not null");
  const [found] = await house.desk.sql<{ n: string }>("select count(*)::text as n from audit.findings where cleared_at is null");
  if (found?.n === "0") {
    await house.desk.job("worker_watch_everything", { domain: "payout" });
    await house.desk.sql("insert into audit.findings (run_id, form, law, object, expected, found, raised_at, seen_at) select max(id), 'everything', 'law', 'object', '1', '2', now(), now() from audit.watch_runs");
  }
  expect(await refused(house.approve(two.request))).toBe("payouts_paused");
  expect(await refused(house.file())).toBe("payouts_paused");
  await house.desk.sql("alter table audit.findings disable trigger all; delete from audit.findings; alter table audit.findings enable always trigger findings_are_kept");
  await house.approve(two.request);
});

test("payouts and withdrawals together stay below the day's limit", async () => {
  const who = await house.earner(100000);
  const before = await house.desk.sql<{ sum: string }>("select payout.outflow('INR', core.business_now())::text as sum");
  await house.desk.set({ outflow_most_per_day: String(Number(before[0]?.sum ?? 0) / 100 + 150) });
  const one = await house.ask(who, "100.00");
  const two = await house.ask(who, "100.00");
  await house.approve(one.request);
  expect(await refused(house.approve(two.request))).toBe("outflow_stopped");
  await house.desk.sql("select ledger.post('adjustment', '2027-03-01', null, null, array[((select account_id from funding.methods where id = $2), 10000::bigint, null)::ledger.line, (ledger.wallet($1, 'DEPOSIT', 'INR'), -10000::bigint, null)::ledger.line])", [who.key, house.method]);
  const withdrawal = await house.desk.withdraw(who, "DEPOSIT", "100.00", who.to, randomUUID(), "INR");
  expect(await refused(house.approve(withdrawal.request as string))).toBe("outflow_stopped");
  await house.desk.set({ outflow_most_per_day: "0" });
  await house.approve(two.request);
});

test("two requests at once take no more than is available", async () => {
  const who = await house.earner(100000);
  // Two browsers: a second code in the same one ends the first.
  const begun = await Promise.all(["600.00", "600.01"].map(async (amount) => {
    const proof = { challenge: randomUUID(), mac: createHash("sha256").update(amount).digest("hex"), browser: randomUUID() };
    await house.desk.ask("auth_step_up_begin", { token: who.token, ...proof, purpose: "withdrawal", context: `withdrawal|EARNINGS|INR|${amount}|${who.to}`, sealed_code: "sealed", ip: randomUUID() });
    return { amount, ...proof };
  }));
  const outcomes = await together(...begun.map((one) => () => house.desk.ask("member_payout_request", { token: who.token, currency: "INR", autofill: false, destination: who.to, key: randomUUID(), ...one })));
  expect(tally(words(outcomes))).toEqual({ accepted: 1, insufficient_available: 1 });
});

test("approved or taken back, never both", async () => {
  for (let n = 0; n < 6; n += 1) {
    const who = await house.earner(100000);
    const { payout, request } = await house.ask(who, "1000.00");
    const outcomes = await together<unknown>(() => house.approve(request), () => house.cancelPayout(who, payout));
    expect(tally(words(outcomes))).toEqual({ accepted: 1, already_decided: 1 });
    expect(await house.earnings(who)).toEqual(words(outcomes)[0] === "accepted" ? { balance: "0", available: "0" } : { balance: "100000", available: "100000" });
  }
});

test("two files at once send each payout once", async () => {
  const who = await house.earner(1000000);
  await house.file().catch(() => undefined);
  for (const gross of ["100.00", "200.00", "300.00"]) await house.approve((await house.ask(who, gross)).request);
  const outcomes = await together(house.file, house.file);
  expect(tally(words(outcomes))).toEqual({ accepted: 1, nothing_to_send: 1 });
  expect(outcomes.find(({ answer }) => answer)?.answer).toMatchObject({ lines: 3, sum: "570.00", currency: "INR" });
});

test("paid or returned, never both, and returned once", async () => {
  const who = await house.earner(1000000);
  for (let n = 0; n < 4; n += 1) {
    const { payout, request } = await house.ask(who, "100.00");
    await house.approve(request);
    await house.file();
    const outcomes = await together<unknown>(() => house.paid(payout), () => house.returned(payout));
    expect(tally(words(outcomes))).toEqual({ accepted: 1, already_decided: 1 });
    expect(await refused(house.returned(payout))).toBe("already_decided");
  }
});

test("a booking that a payout will pay is neither paid by others meanwhile nor by a payout once it was cancelled", async () => {
  const who = await house.earner(1000000);
  await house.desk.clock("2027-03-01T11:00:00Z");
  const booking = await house.book(who, "1500.00", { parts: 1, day: 1 });
  await house.pay(who, booking, "500.00");
  await house.desk.clock("2027-04-02T10:00:00Z");
  const first = await house.ask(who, "2000.00", true);
  expect(await house.show(who, first.payout)).toMatchObject({ tax: "100.00", emi: "1000.00", bank: "900.00" });
  expect(await refused(house.submit(who, booking, "1.00"))).toBe("exceeds_outstanding");
  await house.reserve(who, 5000);
  expect(await house.applyEmi(who, 5000, randomUUID())).toMatchObject({ booking: null });
  await house.approve(await house.cancel(who, booking));
  expect(await refused(house.approve(first.request))).toBe("booking_changed");
  await house.desk.decide(house.finance, first.request, "reject");
  expect((await house.show(who, first.payout)).state).toBe("rejected");
  expect(await house.wrong()).toEqual([]);
});

test("what paid a booking that was cancelled afterwards is not reversed", async () => {
  const who = await house.earner(1000000);
  const booking = await house.book(who, "1500.00", { parts: 1, day: 1 });
  await house.pay(who, booking, "500.00");
  await house.desk.clock("2027-04-02T10:00:00Z");
  const { payout, request } = await house.ask(who, "1000.00", true);
  await house.approve(request);
  expect(await house.show(who, payout)).toMatchObject({ state: "paid", emi: "950.00", bank: "0.00" });
  await house.approve(await house.cancel(who, booking));
  expect(await refused(house.reverse(payout))).toBe("booking_changed");
});

test("a payout is reversed by finance, with a reason, in the quarter of its tax", async () => {
  const who = await house.earner(1000000);
  const one = await house.ask(who, "1000.00");
  await house.approve(one.request);
  const two = await house.ask(who, "1000.00");
  await house.approve(two.request);
  expect(await refused(house.desk.ask("staff_payout_reverse", { token: house.operations.token, payout: one.payout, reason: "no", key: randomUUID() }))).toBe("not_permitted");
  expect(await refused(house.desk.ask("staff_payout_reverse", { token: house.finance.token, payout: one.payout, reason: " ", key: randomUUID() }))).toBe("note_required");
  expect(await refused(house.desk.ask("staff_payout_returned", { token: house.finance.token, payout: one.payout, reason: " ", key: randomUUID() }))).toBe("note_required");
  await house.reverse(one.payout);
  expect(await house.earnings(who)).toEqual({ balance: "900000", available: "900000" });
  await house.desk.clock("2027-04-01T00:00:00Z");
  expect(await refused(house.reverse(two.payout))).toBe("quarter_over");
});

test("who closes an account has no payout on its way", async () => {
  const who = await house.earner(1000);
  await house.approve((await house.ask(who, "10.00")).request);
  const { obstacles } = await house.desk.ask("member_close_check", { token: who.token });
  expect(obstacles).toContainEqual({ kind: "payouts", count: 1 });
});

test("after all of it the books are true", async () => {
  expect(await house.wrong()).toEqual([]);
});

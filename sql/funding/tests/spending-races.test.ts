/** Available money is spent once (spec 8, rows 2 and 13): two withdrawals, a withdrawal while investing, capture against release against expiry. */
import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import { openDesk, refused, type Desk } from "../../tests/support/builders";
import { testDatabase, type TestDatabase } from "../../tests/support/database";
import { outcomeOf, tally, together, words } from "../../tests/support/race";

let database: TestDatabase;
let desk: Desk;
let finance: { token: string };
let others: { token: string }[];
let method: string;
let plan: string;
let made = 0;

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database, 12);
  finance = await desk.staff("finance");
  others = await Promise.all(Array.from({ length: 3 }, () => desk.staff("finance")));
  method = await desk.method();
  plan = await desk.plan(await desk.staff("operations"), finance, { minimum: "1.00" });
  await desk.set({ destination_cooling_hours: "0", withdrawal_fee: "0", two_person_above: "0" });
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});

/** A member with money in DEPOSIT and a destination that can be used. */
async function rich(amount: string) {
  made += 1;
  const who = await desk.member(`member${made}`);
  await desk.deposit(who, amount, method, finance);
  return { ...who, to: await desk.destination(who) };
}
type Rich = Awaited<ReturnType<typeof rich>>;

/** The code is fetched first, so that the withdrawals themselves meet. */
async function ready(who: Rich, amount: string, wallet = "DEPOSIT") {
  // Each from a browser of its own: within one, a new code replaces the former.
  const browser = `browser-${randomUUID()}`;
  const [challenge, mac] = [randomUUID(), randomUUID().replaceAll("-", "").repeat(2)];
  await desk.ask("auth_step_up_begin", { token: who.token, challenge, purpose: "withdrawal", context: `withdrawal|${wallet}|USD|${amount}|${who.to}`, mac, sealed_code: "sealed", browser, ip: randomUUID() });
  await desk.sql("delete from identity.rate_counters");
  return () => desk.ask("member_withdraw", { token: who.token, wallet, currency: "USD", amount, destination: who.to, challenge, mac, browser, key: randomUUID() });
}

const wallet = async (who: Rich, kind = "DEPOSIT") => {
  const list = (await desk.ask("member_wallets", { token: who.token })).wallets as { kind: string; balance: string; held: string; available: string }[];
  return list.find((one) => one.kind === kind);
};
const requestOf = async (subject: string): Promise<string> => (await desk.sql<{ id: string }>("select id from approval.requests where subject_id = $1", [subject]))[0]?.id ?? "";

test("of two withdrawals that are each covered and together are not, one is accepted", async () => {
  for (let round = 0; round < 8; round += 1) {
    const who = await rich("100.00");
    const outcomes = await together(await ready(who, "80.00"), await ready(who, "80.00"));
    expect(words(outcomes).sort()).toEqual(["accepted", "insufficient_available"]);
    expect(await wallet(who)).toMatchObject({ balance: "100.00", held: "80.00", available: "20.00" });
  }
});

test("of twenty withdrawals of 10.00 out of 95.00, nine are accepted", async () => {
  const who = await rich("95.00");
  const works = [];
  for (let n = 0; n < 20; n += 1) works.push(await ready(who, "10.00"));
  expect(tally(words(await together(...works)))).toEqual({ accepted: 9, insufficient_available: 11 });
  expect(await wallet(who)).toMatchObject({ available: "5.00" });
});

test("a withdrawal while investing: whichever is first, the other is refused", async () => {
  const seen: string[] = [];
  for (let round = 0; round < 10; round += 1) {
    const who = await rich("100.00");
    const withdraw = await ready(who, "70.00");
    const invest = () => desk.invest(who, plan, "70.00");
    const outcomes = await together(...(round % 2 ? [withdraw, invest] : [invest, withdraw]));
    expect(words(outcomes).sort()).toEqual(["accepted", "insufficient_available"]);
    seen.push(outcomes[round % 2 ? 0 : 1]?.refused === null ? "withdrew" : "invested");
    const after = await wallet(who);
    expect([after?.balance, after?.held]).toEqual(seen.at(-1) === "withdrew" ? ["100.00", "70.00"] : ["30.00", "0.00"]);
  }
});

test("ten investments, withdrawals and moves at once never spend more than there is", async () => {
  const who = await rich("100.00");
  await desk.sql("select ledger.post('adjustment', '2027-03-01', null, null, array[(ledger.operator_account('bank:operator', 'USD'), 5000, null)::ledger.line, (ledger.wallet((select id from identity.members where public_id = $1), 'INTEREST', 'USD'), -5000, null)::ledger.line])", [who.id]);
  const works: (() => Promise<unknown>)[] = [];
  for (let n = 0; n < 4; n += 1) {
    works.push(await ready(who, "30.00"), await ready(who, "20.00", "INTEREST"), () => desk.invest(who, plan, "25.00"), () => desk.invest(who, plan, "15.00", "INTEREST"), () => desk.ask("member_transfer", { token: who.token, currency: "USD", amount: "10.00", key: randomUUID() }));
  }
  const counts = tally(words(await together(...works)));
  expect(Object.keys(counts).sort()).toEqual(["accepted", "insufficient_available"]);
  const { wallets } = await desk.ask("member_wallets", { token: who.token });
  const minor = (text: string) => BigInt(text.replace(".", ""));
  expect((wallets as { available: string }[]).every(({ available }) => minor(available) >= 0n)).toBe(true);
  expect((wallets as { balance: string }[]).reduce((sum, one) => sum + minor(one.balance), 0n)).toBe(15_000n);
  expect(await desk.sql("select * from ledger.verify()")).toEqual([]);
});

test("a hold is captured or released or expires: of three at once exactly one does", async () => {
  const ended: string[] = [];
  for (let round = 0; round < 30; round += 1) {
    const [row] = await desk.sql<{ id: string; account: string }>(
      "select ledger.place_hold(a.id, 1, 'withdrawal', null, now(), now() - interval '1 second') as id, a.id::text as account from (select ledger.wallet((select min(id) from identity.members where email like 'member%'), 'DEPOSIT', 'USD') as id) a");
    const end = (state: string) => async () => ((await desk.sql<{ done: boolean }>("select ledger.end_hold($1, $2, now()) as done", [row?.id, state]))[0]?.done ? state : "too late");
    const expire = async () => ((await desk.job("worker_holds_expire")).ended > 0 ? "expired" : "too late");
    const order = [end("captured"), end("released"), expire];
    const outcomes = (await Promise.all([...order.slice(round % 3), ...order.slice(0, round % 3)].map((work) => work()))).filter((state) => state !== "too late");
    expect(outcomes).toHaveLength(1);
    ended.push(outcomes[0] ?? "");
    expect((await desk.sql<{ state: string }>("select state from ledger.holds where id = $1", [row?.id]))[0]?.state).toBe(outcomes[0]);
  }
  expect(await desk.sql("select * from ledger.verify()")).toEqual([]);
});

test("a job that ends many holds never meets those who end one: nobody waits in a circle", async () => {
  const accounts = await desk.sql<{ id: string }>("select a.id::text as id from ledger.accounts a join ledger.balances b on b.account_id = a.id where a.kind = 'DEPOSIT' and b.available >= 100 order by a.id limit 8");
  for (let round = 0; round < 6; round += 1) {
    const holds = await Promise.all([...accounts].reverse().map(async ({ id }) => (await desk.sql<{ id: string }>("select ledger.place_hold($1, 1, 'withdrawal', null, now(), now() - interval '1 second') as id", [id]))[0]?.id));
    // One transaction that takes all these accounts in order, single ends in any order, and the job: 40P01 would be thrown here.
    const inOrder = () => desk.sql("select ledger.lock_accounts($1), pg_sleep(0.02)", [accounts.map(({ id }) => id)]);
    await Promise.all([inOrder(), ...holds.map((id) => desk.sql("select ledger.end_hold($1, 'released', now())", [id])), desk.job("worker_holds_expire"), desk.job("worker_holds_expire"), inOrder()]);
  }
  expect(await desk.sql("select from ledger.holds where state = 'open' and expires_at is not null")).toEqual([]);
  expect(await desk.sql("select * from ledger.verify()")).toEqual([]);
});

test("approved, rejected, cancelled by the member and expired at once: one of them happens, and the wallet shows it", async () => {
  const ends: string[] = [];
  for (let round = 0; round < 8; round += 1) {
    const who = await rich("100.00");
    const { withdrawal } = await (await ready(who, "60.00"))();
    const request = await requestOf(withdrawal);
    await desk.sql("update approval.requests set expires_at = now() where id = $1", [request]);
    const works = [() => desk.decide(finance, request), () => desk.decide(others[0] ?? finance, request, "reject"), () => desk.ask("member_withdrawal_cancel", { token: who.token, withdrawal, key: randomUUID() }), () => desk.job("worker_requests_expire")];
    const outcomes = await together(...works.slice(round % 4), ...works.slice(0, round % 4));
    expect(words(outcomes).filter((word) => !["accepted", "already_decided"].includes(word))).toEqual([]);
    const state = (await desk.ask("member_withdrawal", { token: who.token, withdrawal })).withdrawal.state as string;
    ends.push(state);
    expect(await wallet(who)).toMatchObject(state === "approved" ? { balance: "40.00", held: "0.00" } : { balance: "100.00", held: "0.00" });
    expect((await desk.sql<{ n: string }>("select count(*)::text as n from ledger.journals where cause = $1", [withdrawal]))[0]?.n).toBe(state === "approved" ? "1" : "0");
    expect((await desk.sql<{ n: string }>("select count(*)::text as n from approval.requests where id = $1 and state <> 'pending'", [request]))[0]?.n).toBe("1");
  }
  expect(ends.every((state) => ["approved", "rejected", "cancelled"].includes(state))).toBe(true);
});

test("a hold that expired before the approval: nothing is debited", async () => {
  const who = await rich("100.00");
  const { withdrawal } = await (await ready(who, "60.00"))();
  await desk.sql("select ledger.end_hold(hold_id, 'expired', now()) from funding.withdrawals where id = $1", [withdrawal]);
  expect(await refused(desk.decide(finance, await requestOf(withdrawal)))).toBe("already_decided");
  expect(await wallet(who)).toMatchObject({ balance: "100.00", held: "0.00" });
});

test("sent, confirmed and returned at once: the money comes back once or not at all", async () => {
  for (let round = 0; round < 6; round += 1) {
    const who = await rich("100.00");
    const { withdrawal } = await (await ready(who, "60.00"))();
    await desk.decide(finance, await requestOf(withdrawal));
    const send = () => desk.ask("staff_withdrawal_sent", { token: finance.token, withdrawal, method, transaction_reference: randomUUID(), key: randomUUID() });
    expect(tally(words(await together(send, send, send)))).toEqual({ accepted: 1, already_decided: 2 });
    const confirm = () => desk.ask("staff_withdrawal_confirm", { token: finance.token, withdrawal, key: randomUUID() });
    const back = () => desk.ask("staff_withdrawal_returned", { token: finance.token, withdrawal, reason: "wrong account", key: randomUUID() });
    expect(tally(words(await together(back, confirm, back, confirm)))).toEqual({ accepted: 1, already_decided: 3 });
    const { withdrawal: row } = await desk.ask("member_withdrawal", { token: who.token, withdrawal });
    expect(await wallet(who)).toMatchObject({ balance: row.state === "returned" ? "100.00" : "40.00" });
  }
  expect(await desk.sql("select * from ledger.verify()")).toEqual([]);
});

test("one transfer reference is recorded once, however many withdrawals claim it at the same moment", async () => {
  const reference = randomUUID();
  const approved: string[] = [];
  for (let n = 0; n < 4; n += 1) {
    const who = await rich("20.00");
    const { withdrawal } = await (await ready(who, "10.00"))();
    await desk.decide(finance, await requestOf(withdrawal));
    approved.push(withdrawal);
  }
  const outcomes = await Promise.all(approved.map((withdrawal) => outcomeOf(desk.ask("staff_withdrawal_sent", { token: finance.token, withdrawal, method, transaction_reference: reference, key: randomUUID() })).catch((error: { constraint?: string }) => ({ refused: error.constraint ?? "?" }))));
  // Those who pass the check together meet at the constraint, which the bridge knows by its name.
  expect(tally(outcomes.map(({ refused: code }) => code ?? "accepted")).accepted).toBe(1);
  expect(outcomes.every(({ refused: code }) => code === null || ["reference_taken", "outgoing_transfers_are_recorded_once"].includes(code))).toBe(true);
});

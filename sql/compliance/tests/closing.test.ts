/** The end of an account (spec 5.2): closed empty, anonymised after the retention period, while the books and their seals stand. */
import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import { openDesk, refused, type Desk } from "../../tests/support/builders";
import { testDatabase, type TestDatabase } from "../../tests/support/database";
import { untilEnded } from "../../tests/support/horizon";
import { together, words } from "../../tests/support/race";
import { identityChecks } from "./support/identity-check";

let database: TestDatabase;
let desk: Desk;
let checks: ReturnType<typeof identityChecks>;
let operations: { token: string };
let finance: { token: string };
let method: string;
let made = 0;

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database, 8);
  await desk.clock("2027-03-01T12:00:00Z");
  await desk.set({ sign_on_bonus: "0", otp_per_minute: "1000", destination_cooling_hours: "0", retention_days: "365" });
  checks = identityChecks(desk);
  operations = await desk.staff("operations");
  finance = await desk.staff("finance");
  method = await desk.method();
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});

const person = () => desk.member(`leaver${(made += 1)}`);
const close = (who: { token: string }) => desk.ask("member_close", { token: who.token, key: randomUUID() });
const inTheWay = async (who: { token: string }) => ((await desk.ask("member_close_check", { token: who.token })).obstacles as { kind: string }[]).map(({ kind }) => kind);
const submitDeposit = (who: { token: string }) => desk.ask("member_deposit_submit", { token: who.token, method, reference: null, amount: "20.00", transaction_reference: randomUUID(), file: null, key: randomUUID() });

/** Pays in, invests or withdraws everything, as a member who leaves has done. */
async function emptied(amount = "100.00") {
  const who = await person();
  await desk.deposit(who, amount, method, finance);
  const { withdrawal } = await desk.withdraw(who, "DEPOSIT", amount, await desk.destination(who));
  const [request] = await desk.sql<{ id: string }>("select id from approval.requests where subject_id = $1", [withdrawal]);
  await desk.decide(finance, request?.id ?? "");
  await desk.ask("staff_withdrawal_sent", { token: finance.token, withdrawal, method, transaction_reference: randomUUID(), key: randomUUID() });
  return { ...who, withdrawal: withdrawal as string };
}

test("everything that is in the way is named, and refuses", async () => {
  const who = await person();
  await desk.deposit(who, "500.00", method, finance);
  expect(await inTheWay(who)).toEqual(["balance"]);
  expect(await refused(close(who))).toBe("account_not_empty");
  const plan = await desk.plan(operations, finance, { duration: 3 });
  await desk.fund("returns", "USD", "50.00", method, operations, finance);
  await desk.invest(who, plan, "100.00");
  await submitDeposit(who);
  await desk.withdraw(who, "DEPOSIT", "10.00", await desk.destination(who));
  await checks.handedIn(who);
  expect(await desk.ask("member_close_check", { token: who.token })).toMatchObject({
    obstacles: [{ kind: "balance", wallet: "DEPOSIT", amount: "400.00", currency: "USD" }, { kind: "balance", wallet: "INVESTED", amount: "100.00" }, { kind: "investments", count: 1 }, { kind: "deposits", count: 1 }, { kind: "withdrawals", count: 1 }, { kind: "requests", count: 1 }],
    retention_days: 365,
  });
});

test("money that was sent and not confirmed may still come back", async () => {
  const who = await emptied();
  expect(await inTheWay(who)).toEqual(["withdrawals"]);
  await desk.ask("staff_withdrawal_confirm", { token: finance.token, withdrawal: who.withdrawal, key: randomUUID() });
  expect(await inTheWay(who)).toEqual([]);
});

test("a closed account opens no door and is told about once", async () => {
  const who = await person();
  // A session that ended before keeps its hour.
  await desk.sql("insert into identity.sessions (id, token_hash, audience, actor_id, expires_at, idle_limit, revoked_at) select gen_random_uuid(), sha256('earlier'), 'member', m.id, '2099-01-01', '1 hour', '2027-01-01T00:00:00Z' from identity.members m where m.public_id = $1", [who.id]);
  expect(await close(who)).toEqual({ state: "closed" });
  expect(await desk.sql("select to_char(revoked_at at time zone 'UTC', 'YYYY-MM-DD') as ended from identity.sessions where token_hash = sha256('earlier')")).toEqual([{ ended: "2027-01-01" }]);
  expect(await refused(desk.ask("member_home", { token: who.token }))).toBe("signed_out");
  expect(await refused(close(who))).toBe("signed_out");
  const { answer } = await desk.signIn(who.email);
  expect(answer).toMatchObject({ outcome: "sign_up" });
  expect(await desk.sql("select template from outbox.mails where to_email = $1 and template = 'account_closed'", [who.email])).toHaveLength(1);
});

test("closing meets a deposit at the same moment: one of the two, never both", async () => {
  for (let round = 0; round < 12; round += 1) {
    const who = await person();
    const [closed, deposit] = words(await together(() => close(who), () => submitDeposit(who)));
    expect([closed, deposit].filter((word) => word === "accepted")).toHaveLength(1);
    const [row] = await desk.sql<{ status: string; open: string }>("select m.status, (select count(*) from funding.deposits d where d.member_id = m.id and d.state = 'pending') as open from identity.members m where email = $1", [who.email]);
    expect(row).toEqual(closed === "accepted" ? { status: "closed", open: "0" } : { status: "active", open: "1" });
  }
});

test("whoever closed the account earns no commission any more", async () => {
  const referrer = await person();
  const referred = await desk.member(`referred${made}`, referrer.code);
  await close(referrer);
  await desk.deposit(referred, "200.00", method, finance);
  const plan = await desk.plan(operations, finance, { duration: 3 });
  await desk.fund("returns", "USD", "50.00", method, operations, finance);
  await desk.invest(referred, plan, "100.00");
  expect(await desk.sql("select from referral.commissions where referrer_id = (select id from identity.members where email = $1)", [referrer.email])).toEqual([]);
});

test("after the retention period what is personal is gone everywhere, and the books and their seals are as they were", async () => {
  const who = await emptied("321.00");
  await desk.ask("staff_withdrawal_confirm", { token: finance.token, withdrawal: who.withdrawal, key: randomUUID() });
  await checks.profile(who, { first_name: "Canarina", last_name: "Canarelli", mobile: "+15559990001", address: "7 Canary Wharf", city: "Canarytown", zip: "CN1 7RY", state: "Canary" });
  const { document } = await checks.document(who, { file_name: "canary.pdf" });
  await desk.ask("member_nominees_save", { token: who.token, nominees: JSON.stringify([{ name: "Canary Heir", relation: "child", born_on: "1990-01-01", share: "100", guardian: null }]) });
  await desk.sql("update identity.sessions set user_agent = 'canary browser', ip = 'canary-ip' where actor_id = (select id from identity.members where email = $1)", [who.email]);
  await untilEnded(desk.sql);
  await desk.job("worker_seal");
  const [id] = await desk.sql<{ id: string; public_id: string }>("select id, public_id from identity.members where email = $1", [who.email]);
  await close(who);
  const found = async (): Promise<string[]> => {
    const tables = await desk.sql<{ name: string }>("select c.oid::regclass::text as name from pg_class c where c.relkind = 'r' and c.relnamespace::regnamespace::text = any (array['identity', 'compliance', 'funding', 'outbox', 'ledger', 'approval', 'audit', 'treasury'])");
    const hits: string[] = [];
    for (const { name } of tables) if ((await desk.sql(`select from ${name} t where t::text ilike '%canar%' or t::text like '%15559990001%' or t::text like $1 or t::text like '%CN1 7RY%'`, [`%${who.email}%`])).length > 0) hits.push(name);
    return hits.sort();
  };
  const books = () => desk.sql("select (select json_agg(l order by l.journal_id, l.line_no) from ledger.lines l) as lines, (select json_agg(s order by s.id) from ledger.seals s) as seals, (select json_agg(w order by w.id) from funding.withdrawals w) as withdrawals, (select json_agg(r order by r.id) from approval.requests r) as requests");
  const before = await books();
  expect(await found()).toEqual(expect.arrayContaining(["compliance.documents", "compliance.nominees", "identity.members", "identity.sessions", "outbox.mails"]));
  await desk.clock("2028-02-29T11:00:00Z");
  expect(await desk.job("worker_closed_due")).toEqual({ due: [] });
  expect(await desk.job("worker_anonymise", { member: id?.public_id })).toEqual({ done: false });
  await desk.clock("2028-03-01T12:00:00Z");
  const { due } = await desk.job("worker_closed_due");
  expect(due.find(({ member }: { member: string }) => member === id?.public_id)).toMatchObject({ files: [document] });
  const both = await Promise.all([desk.job("worker_anonymise", { member: id?.public_id }), desk.job("worker_anonymise", { member: id?.public_id })]);
  expect(both.filter(({ done }) => done as boolean)).toHaveLength(1);
  expect(await found()).toEqual([]);
  expect(await books()).toEqual(before);
  const faults = await desk.sql("select * from desk.faults('ledger') union all select * from desk.faults('funding') union all select * from desk.faults('approval')");
  expect(faults).toEqual([]);
});

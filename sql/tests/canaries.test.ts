/**
 * A member never sees or moves what is another's (spec 8 row 18). Bo's data is full of canaries; Ann asks every function for everything
 * of Bo's by its real id, and the birds must not be heard. Both sides come from the catalogue and the rows, so what is added is covered.
 */
import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import { openDesk, refusalOf, refused, type Desk } from "./support/builders";
import { deskFunctions, type DeskFunction } from "./support/catalogue";
import { testDatabase, type TestDatabase } from "./support/database";
import { plausible } from "./support/plausible";

type Person = { token: string; id: string; code: string; email: string };

let database: TestDatabase;
let desk: Desk;
let ann: Person;
let bo: Person;
let destination: string;
let file: string;
let ids: string[];
let movements: string[];
let functions: DeskFunction[];

/** Words that stand in Bo's rows and nowhere else. */
const canaries = ["canary", "KANARYENVOGEL", "15559876543", "77000077"];

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database, 4);
  functions = (await deskFunctions(desk.owner)).filter(({ audience }) => audience === "member");
  const finance = await desk.staff("finance");
  const second = await desk.staff("finance");
  const operations = await desk.staff("operations");
  const method = await desk.method();
  await desk.set({ destination_cooling_hours: "0" });
  const plan = await desk.plan(operations, finance, { duration: 3 });
  ann = await desk.member("ann");
  bo = await desk.member("canary-bo");
  await desk.sql("update identity.members set first_name = 'Canary', last_name = 'Canarypond', mobile = '+15559876543', username = 'canary_user' where email = $1", [bo.email]);
  await desk.sql("update identity.sessions set user_agent = 'canary browser', ip = 'canary-ip' where actor_id = (select id from identity.members where email = $1)", [bo.email]);
  await desk.fund("returns", "USD", "500.00", method, operations, finance);
  for (const who of [ann, bo]) await desk.deposit(who, "1000.00", method, finance);
  file = randomUUID();
  await desk.ask("member_file_add", { token: bo.token, file, name: "canary.pdf", mime: "application/pdf", bytes: 10, sha256: "c".repeat(64) });
  const open = await desk.ask("member_deposit_submit", { token: bo.token, method, reference: null, amount: "77.07", transaction_reference: "canary-transfer", file, key: randomUUID() });
  const other = await desk.ask("member_deposit_submit", { token: bo.token, method, reference: null, amount: "78.08", transaction_reference: "canary-second", file: null, key: randomUUID() });
  await desk.decide(second, other.request, "reject", { note: "canary reason" });
  await desk.invest(bo, plan, "300.00");
  const code = await desk.code(bo.token, "destination", "destination|BANK|KANARYENVOGEL77000077|");
  destination = (await desk.ask("member_destination_add", { token: bo.token, type: "BANK", label: "canary account", address: null, account_name: "Canary Pond", account_number: "KANARYENVOGEL77000077", ifsc: null, key: randomUUID(), ...code })).destination.id;
  await desk.withdraw(bo, "DEPOSIT", "50.00", destination);
  const { withdrawal } = await desk.withdraw(bo, "DEPOSIT", "51.00", destination);
  const [request] = await desk.sql<{ id: string }>("select id from approval.requests where subject_id = $1", [withdrawal]);
  await desk.decide(second, request?.id ?? "", "approve");
  const attachment = randomUUID();
  const thread = await desk.ask("member_thread_open", { token: bo.token, grievance: true, subject: "canary subject", body: "canary words", file: attachment, name: "canary.png", mime: "image/png", bytes: 10, sha256: "d".repeat(64), key: randomUUID() });
  const support = await desk.staff("support");
  await desk.ask("staff_message_write", { token: support.token, thread: thread.thread, body: "canary answer", file: null, name: null, mime: null, bytes: null, sha256: null, key: randomUUID() });
  expect(open.deposit).toMatch(/^[0-9a-f-]{36}$/);

  await desk.ask("member_kyc_document_add", {
    token: bo.token, document: randomUUID(), kind: "bank", number_sealed: `p1.k1.${"canary".repeat(10)}`, number_last4: "0077", number_index: "d".repeat(64), ifsc: null, expires_on: null,
    file_name: "canary-cheque.pdf", mime: "application/pdf", bytes: 10, sha256: "e".repeat(64), key: randomUUID(),
  });
  await desk.ask("member_nominees_save", { token: bo.token, nominees: JSON.stringify([{ name: "Canary Heir", relation: "child", born_on: "1990-01-01", share: "100", guardian: null }]) });

  const rows = await desk.sql<{ id: string }>(
    `with me as (select id from identity.members where email = $1)
     select public_id as id from identity.members where email = $1
     union all select id from funding.deposits where member_id in (table me) union all select id from funding.withdrawals where member_id in (table me)
     union all select id from funding.destinations where member_id in (table me) union all select id from funding.files where owner_id in (table me)
     union all select public_id from invest.investments where member_id in (table me) union all select id from identity.sessions where actor_id in (table me)
     union all select id from compliance.documents where member_id in (table me) union all select id from compliance.kyc where member_id in (table me) union all select id from compliance.nominees where member_id in (table me)
     union all select id from approval.requests where beneficiary_id in (table me)
     union all select id from messaging.threads where member_id in (table me) union all (select id from messaging.notices where member_id in (table me) order by told_at desc limit 1)
     union all select a.id from messaging.attachments a join messaging.threads t on t.id = a.thread_id where t.member_id in (table me)
     union all select h.id from ledger.holds h join ledger.accounts a on a.id = h.account_id where a.member_id in (table me)
     union all select i.public_id from treasury.items i join ledger.accounts a on a.id = i.credit_account_id where a.member_id in (table me)`, [bo.email]);
  ids = rows.map(({ id }) => id);
  movements = (await desk.sql<{ id: string }>("select l.journal_id || '-' || l.line_no as id from ledger.lines l join ledger.accounts a on a.id = l.account_id where a.member_id = (select id from identity.members where email = $1)", [bo.email])).map(({ id }) => id);
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});

/** Everything of Bo's that must stand still. */
async function boStands(): Promise<unknown> {
  return desk.sql(
    `with me as (select id from identity.members where email = $1)
     select (select json_agg(b order by b.account_id) from ledger.balances b where b.member_id in (table me)) as wallets, (select json_agg(d order by d.id) from funding.deposits d where d.member_id in (table me)) as deposits,
            (select json_agg(w order by w.id) from funding.withdrawals w where w.member_id in (table me)) as withdrawals, (select json_agg(d order by d.id) from funding.destinations d where d.member_id in (table me)) as destinations,
            (select json_agg(json_build_array(s.id, s.revoked_at) order by s.id) from identity.sessions s where s.actor_id in (table me)) as sessions,
            (select json_agg(i order by i.id) from invest.investments i where i.member_id in (table me)) as investments, (select json_agg(r order by r.id) from approval.requests r where r.beneficiary_id in (table me)) as requests,
            (select json_agg(t order by t.id) from messaging.threads t where t.member_id in (table me)) as threads, (select json_agg(n order by n.id) from messaging.notices n where n.member_id in (table me)) as notices,
            (select json_agg(m order by m.thread_id, m.no) from messaging.messages m join messaging.threads t on t.id = m.thread_id where t.member_id in (table me)) as messages,
            (select json_agg(json_build_array(m.first_name, m.last_name, m.language, m.email, m.status, m.deactivated_at, m.address)) from identity.members m where m.id in (table me)) as person,
            (select json_agg(d order by d.id) from compliance.documents d where d.member_id in (table me)) as documents, (select json_agg(n order by n.id) from compliance.nominees n where n.member_id in (table me)) as nominees`, [bo.email]);
}

const heard = (text: string): string[] => canaries.filter((canary) => text.toLowerCase().includes(canary.toLowerCase()));

/** What Ann gets to read from a call: the whole answer, or the whole refusal. */
async function annAsks(one: DeskFunction, given: Record<string, unknown>): Promise<string> {
  try {
    return JSON.stringify(await desk.ask(one.name, plausible(one, { ...given, token: ann.token })));
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw new Error(`${one.name} ${JSON.stringify(given)} failed instead of refusing: ${String(error)}`);
    return JSON.stringify(refusal);
  } finally {
    // Else it would refuse everything that follows before it is tried.
    if (one.name === "member_deactivate") await desk.sql("update identity.members set deactivated_at = null where email = $1", [ann.email]);
  }
}

const notIds = new Set(["key", "challenge"]);

test("there is something to hear: Bo's own pages are full of canaries", async () => {
  expect(ids.length).toBeGreaterThan(10);
  expect(movements.length).toBeGreaterThan(2);
  const own = await Promise.all(["member_frame", "member_deposits", "member_withdrawals", "member_destinations", "member_sessions", "member_profile", "member_kyc", "member_nominees", "member_threads", "member_notices"].map(async (name) => heard(JSON.stringify(await desk.ask(name, { token: bo.token })))));
  expect(own.every((birds) => birds.length > 0)).toBe(true);
});

test("no list, page or form of Ann's shows anything of Bo's", async () => {
  const loud: string[] = [];
  for (const one of functions) {
    const birds = heard(await annAsks(one, {}));
    if (birds.length > 0) loud.push(`${one.name}: ${birds.join()}`);
  }
  expect(loud).toEqual([]);
});

test("row security alone keeps Bo's rows from a reading function that forgot its condition", async () => {
  const tables = (await desk.sql<{ name: string }>("select c.oid::regclass::text as name from pg_class c where c.relkind in ('r', 'v') and c.relnamespace::regnamespace::text in ('identity', 'audit', 'outbox', 'ledger', 'treasury', 'approval', 'referral', 'funding', 'invest', 'ev', 'compliance', 'messaging', 'network', 'payout') and has_table_privilege('coffer_reader', c.oid, 'select') order by 1")).map(({ name }) => name);
  expect(tables.length).toBeGreaterThan(20);
  const [who] = await desk.sql<{ ann: string; bo: string }>("select (select id from identity.members where email = $1)::text as ann, (select id from identity.members where email = $2)::text as bo", [ann.email, bo.email]);
  const client = await desk.owner.connect();
  const seen = async (member: string, audience: string): Promise<Record<string, string[]>> => {
    await client.query("begin");
    await client.query("select set_config('coffer.member', $1, true), set_config('coffer.audience', $2, true)", [member, audience]);
    await client.query("set local role coffer_reader");
    const found: Record<string, string[]> = {};
    for (const name of tables) found[name] = (await client.query<{ row: string }>(`select t::text as row from ${name} t`)).rows.map(({ row }) => row);
    await client.query("rollback");
    return found;
  };
  const [asAnn, asBo, asNobody] = [await seen(who?.ann ?? "", "member"), await seen(who?.bo ?? "", "member"), await seen("", "")];
  client.release();
  expect(Object.entries(asAnn).filter(([, rows]) => rows.some((row) => heard(row).length > 0 || ids.some((id) => row.includes(id)))).map(([name]) => name)).toEqual([]);
  expect(Object.entries(asBo).filter(([, rows]) => rows.some((row) => heard(row).length > 0)).length).toBeGreaterThan(4);
  // What is everybody's: plans, methods and the names of treasuries; of members, books and requests nothing without a caller.
  expect(Object.entries(asNobody).filter(([, rows]) => rows.length > 0).map(([name]) => name)).toEqual(["funding.methods", "invest.plan_versions", "invest.plans", "network.plan_versions", "payout.tax_rules", "treasury.queues"]);
  const strangers = (rows: string[], own: string[]) => rows.filter((row) => own.includes(row));
  for (const name of ["ledger.lines", "ledger.journals", "ledger.holds", "ledger.accounts", "ledger.balances", "treasury.items", "invest.accruals"]) expect([name, strangers(asAnn[name] ?? [], asBo[name] ?? [])]).toEqual([name, []]);
});

test("every id of Bo's in every place where Ann may give an id shows nothing and moves nothing", async () => {
  const before = await boStands();
  const loud: string[] = [];
  const answered = new Set<string>();
  for (const one of functions) {
    for (const arg of one.args.filter(({ name, type }) => type === "uuid" && !notIds.has(name))) {
      for (const id of ids) {
        const text = await annAsks(one, { [arg.name]: id });
        if (heard(text).length > 0) loud.push(`${one.name}(${arg.name}): ${text}`);
        if (!text.includes('"code":')) answered.add(`${one.name}(${arg.name})`);
      }
    }
  }
  expect(loud).toEqual([]);
  // Uploads and a code to a new address are registered under an id of the caller's own making.
  expect([...answered].filter((name) => !/^member_(file_add\(file\)|photo_save\(file\)|thread_open\(file\)|withdraw\(destination\)|payout_request\(destination\)|email_begin\(new_challenge\))$/.test(name))).toEqual([]);
  expect(await boStands()).toEqual(before);
}, 180_000);

test("every movement of Bo's is not found for Ann", async () => {
  const movement = functions.find(({ name }) => name === "member_movement");
  if (!movement) throw new Error("no member_movement");
  for (const id of movements) expect(JSON.parse(await annAsks(movement, { id }))).toMatchObject({ code: "not_found" });
});

test("with a right code of her own Ann cannot withdraw to Bo's destination", async () => {
  const before = await boStands();
  const code = await desk.code(ann.token, "withdrawal", `withdrawal|DEPOSIT|USD|10.00|${destination}`);
  expect(await refused(desk.ask("member_withdraw", { token: ann.token, wallet: "DEPOSIT", currency: "USD", amount: "10.00", destination, key: randomUUID(), ...code }))).toBe("not_found");
  expect(await boStands()).toEqual(before);
  const mails = await desk.sql<{ props: unknown }>("select props from outbox.mails where to_email = $1", [ann.email]);
  expect(mails.flatMap(({ props }) => heard(JSON.stringify(props)))).toEqual([]);
});

test("with Bo's code and her own session Ann proves nothing", async () => {
  const code = await desk.code(bo.token, "withdrawal", `withdrawal|DEPOSIT|USD|11.00|${destination}`);
  const answer = await desk.ask("member_withdraw", { token: ann.token, wallet: "DEPOSIT", currency: "USD", amount: "11.00", destination, key: randomUUID(), ...code });
  expect(answer).toMatchObject({ outcome: "wrong" });
});

test("Ann cannot attach Bo's proof to a deposit of her own", async () => {
  const [method] = await desk.sql<{ id: string }>("select id from funding.methods limit 1");
  expect(await refused(desk.ask("member_deposit_submit", { token: ann.token, method: method?.id, reference: null, amount: "5.00", transaction_reference: "mine", file, key: randomUUID() }))).toBe("not_found");
});

test("the same key used by two people is two keys", async () => {
  const key = randomUUID();
  const plan = (await desk.ask("member_plans", { token: ann.token })).plans[0].id as string;
  const [one, two] = [await desk.invest(ann, plan, "10.00", "DEPOSIT", key), await desk.invest(bo, plan, "20.00", "DEPOSIT", key)];
  expect(one.investment).not.toBe(two.investment);
});

test("who referred Bo sees a first name and an initial, and nothing more", async () => {
  await desk.sql("insert into referral.referrals (referred_id, referrer_id, created_at) select b.id, a.id, now() from identity.members a, identity.members b where a.email = $1 and b.email = $2", [ann.email, bo.email]);
  const page = await desk.ask("member_referrals", { token: ann.token });
  expect(page.items).toMatchObject([{ name: "Canary C." }]);
  expect(heard(JSON.stringify({ ...page, items: page.items.map((item: Record<string, unknown>) => ({ ...item, name: "" })) }))).toEqual([]);
  await desk.sql("delete from referral.referrals");
});

test("what everybody may read names nobody", async () => {
  const open = (await deskFunctions(desk.owner)).filter(({ audience }) => audience === "public");
  for (const one of open) {
    const text = await desk.ask(one.name, plausible(one)).then((answer) => JSON.stringify(answer), (error: unknown) => JSON.stringify(refusalOf(error)));
    expect([one.name, ...heard(text)]).toEqual([one.name]);
  }
});

test("a staff member without members.read reads no member: every role's grant of it is deliberate", async () => {
  const rows = await desk.sql<{ role: string }>("select role from identity.role_permissions where permission = 'members.read' order by role");
  expect(rows.map(({ role }) => role)).toEqual(["admin", "auditor", "finance", "operations", "support"]);
});

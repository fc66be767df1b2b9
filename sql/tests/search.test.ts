/**
 * One box for everything (spec 7.1): what is meant is found by part or by its whole reference, only of what a role may see, and neither the
 * search nor the queue reads more the more there is.
 */
import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import { openDesk, refusalOf, type Desk } from "./support/builders";
import { testDatabase, type TestDatabase } from "./support/database";

let database: TestDatabase;
let desk: Desk;
let finance: Awaited<ReturnType<Desk["staff"]>>;
let ada: Awaited<ReturnType<Desk["member"]>>;
let deposit: { request: string };
let method: string;

const transfer = "UTR-Abc-778899";

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database);
  finance = await desk.staff("finance");
  method = await desk.method();
  ada = await desk.member("adaline");
  await desk.member("bertrand");
  await desk.sql("update identity.members set first_name = 'Ada_L', last_name = 'प्रिया शर्मा', mobile = '+15550192837', username = 'adal' where public_id = $1", [ada.id]);
  deposit = (await desk.ask("member_deposit_submit", { token: ada.token, method, reference: null, amount: "50.00", transaction_reference: transfer, file: null, key: randomUUID() })) as never;
  await desk.decide(finance, deposit.request);
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});

type Group = { kind: string; more: boolean; items: { id: string; label: string; about: string | null; member: string | null; amount: string | null; exact: boolean }[] };
const search = async (text: string, who: { token: string } = finance) => ((await desk.ask("staff_search", { token: who.token, search: text })) as unknown as { groups: Group[] }).groups;
const kinds = async (text: string, who = finance) => (await search(text, who)).map(({ kind }) => kind);
const members = async (text: string) => (await search(text)).find(({ kind }) => kind === "members")?.items.map(({ id }) => id) ?? [];

test("a member is found by part of a name or address, the end of a mobile number, username, code and id", async () => {
  for (const text of ["ada_l", "ADALINE@members", "line@mem", "शर्मा", "प्रिया", "0192837", "+1 (555) 019-2837", "AdaL", ada.code.toLowerCase(), ada.id.toUpperCase(), "ad", "प"]) {
    expect(await members(text), text).toContain(ada.id);
  }
  for (const text of ["bertrand", "2837x", "837", "da", "adaline%test", "a%", "ada%l", "zzz", "\\"]) expect(await members(text), text).not.toContain(ada.id);
});

test("withdrawals and payouts are found by their member, and their lists show all of them", async () => {
  await desk.set({ destination_cooling_hours: "0", otp_per_minute: "1000", sign_on_bonus: "0" });
  const carola = await desk.member("carola");
  await desk.deposit(carola, "50.00", method, finance);
  const to = await desk.destination(carola);
  const made = [];
  for (let n = 0; n < 6; n += 1) made.push((await desk.withdraw(carola, "DEPOSIT", "1.00", to)).withdrawal as string);
  const group = (await search("carola")).find(({ kind }) => kind === "withdrawals");
  expect(group).toMatchObject({ more: true, items: [{ exact: false }, {}, {}, {}, {}] });
  const list = async (name: "withdrawals" | "payouts", more: Record<string, unknown>) =>
    ((await desk.ask(`staff_${name}`, { token: finance.token, ...more })) as unknown as { items: { id: string; reference: string }[] }).items;
  expect((await list("withdrawals", { search: "carola" })).map(({ id }) => id)).toEqual(made.toReversed());
  const [first] = await list("withdrawals", { search: "carola", limit: 1 });
  expect((await list("withdrawals", { search: first?.reference.toLowerCase() })).map(({ id }) => id)).toEqual([made.at(-1)]);
  expect((await search(first?.reference ?? "")).find(({ kind }) => kind === "withdrawals")).toMatchObject({ more: false, items: [{ id: made.at(-1), exact: true }] });
  expect(await list("withdrawals", { search: "bertrand" })).toEqual([]);
  expect(await list("withdrawals", { search: "carola", state: "approved" })).toEqual([]);
  expect(await list("payouts", { search: "carola" })).toEqual([]);
  for (const name of ["withdrawals", "payouts"] as const) {
    await expect(list(name, { search: "x".repeat(81) }).catch((error: unknown) => refusalOf(error))).resolves.toMatchObject({ code: "invalid_input", field: "search" });
  }
});

test("wildcards are letters", async () => {
  expect(await members("%")).toEqual([]);
  expect(await members("a_l")).toEqual([ada.id]);
  expect(await members("__")).toEqual([]);
});

test("lists of members, requests and conversations mean the same people", async () => {
  for (const text of ["line@mem", "0192837", "शर्मा"]) {
    expect(((await desk.ask("staff_members", { token: finance.token, search: text })) as unknown as { items: { id: string }[] }).items.map(({ id }) => id), text).toEqual([ada.id]);
    expect(((await desk.ask("staff_requests", { token: finance.token, search: text })) as unknown as { items: { id: string }[] }).items.map(({ id }) => id), text).toEqual([deposit.request]);
  }
});

test("what is found by its whole reference comes first and says so", async () => {
  const byTransfer = await search(transfer.toLowerCase());
  expect(byTransfer[0]).toMatchObject({ kind: "requests", more: false, items: [{ id: deposit.request, exact: true, amount: "50.00" }] });
  expect(byTransfer.map(({ kind }) => kind)).toEqual(["requests", "journals"]);
  const reference = byTransfer[0]?.items[0]?.label ?? "";
  expect((await search(reference.toLowerCase()))[0]?.items[0]).toMatchObject({ id: deposit.request, exact: true });
  const [made] = await desk.sql<{ label: string }>("select subject_label as label from approval.requests where id = $1", [deposit.request]);
  expect((await search(made?.label ?? ""))[0], "by the label").toMatchObject({ kind: "requests", items: [{ id: deposit.request }] });
  const number = (await search(transfer))[1]?.items[0]?.label ?? "";
  expect((await search(number)).find(({ kind }) => kind === "journals")?.items[0]).toMatchObject({ label: number, about: "deposit", exact: true });
  expect((await search(ada.id))[0]).toMatchObject({ kind: "members", items: [{ id: ada.id, exact: true }] });
});

test("of a group that a role may not see there is nothing", async () => {
  const support = await desk.staff("support");
  expect(await kinds(transfer, support)).toEqual(["requests"]);
  await desk.sql("delete from identity.role_permissions where role = 'support' and permission in ('requests.read', 'members.read')");
  expect(await kinds("adaline", support)).toEqual([]);
  expect(await kinds("adaline")).toEqual(["members", "requests"]);
});

test("nothing is found for nothing, and what cannot be searched for is refused at its field", async () => {
  expect(await search("   ")).toEqual([]);
  await expect(search("x".repeat(81)).catch((error: unknown) => refusalOf(error))).resolves.toEqual({ code: "invalid_input", field: "search", params: { most: 80 } });
  await expect(search("a\u0007b").catch((error: unknown) => refusalOf(error))).resolves.toMatchObject({ code: "invalid_input", field: "search" });
  expect(await desk.ask("staff_search", { token: ada.token, search: "ada" }).catch((error: unknown) => refusalOf(error)?.code)).not.toHaveProperty("groups");
});

test("the helpers that see past row security answer staff alone", async () => {
  for (const call of ["desk.members_called('ada')", "desk.requests_labelled('D-')", "desk.threads_about('a')", `desk.named_exactly('${transfer}')`]) {
    expect(await desk.sql(`select * from ${call}`), call).toEqual([]);
  }
});

/** Blocks that a call of the desk looks at. */
async function blocks(call: string): Promise<number> {
  for (let warm = 0; warm < 3; warm += 1) await desk.sql(`select ${call}`);
  const [row] = await desk.sql<{ "QUERY PLAN": [{ Plan: { "Shared Hit Blocks": number; "Shared Read Blocks": number } }] }>(`explain (analyze, buffers, format json) select ${call}`);
  const plan = row?.["QUERY PLAN"][0].Plan;
  return (plan?.["Shared Hit Blocks"] ?? NaN) + (plan?.["Shared Read Blocks"] ?? NaN);
}

/** So many more members with a request each that waits; rows are those the functions would write. */
async function wait(from: number, until: number): Promise<void> {
  await desk.sql(
    `do $$ begin
       set local session_replication_role = replica;
       insert into identity.members (email, first_name, last_name, mobile, referral_code, terms_version, terms_accepted_at, joined_at)
       select md5(i::text) || '@many.test', initcap(translate(left(md5('f' || i), 6), '0123456789', 'ghijklmnop')), 'T', '+1777' || lpad(i::text, 8, '0'), translate(lpad(i::text, 8, 'A'), '01', 'YZ'), '1', now(), now() from generate_series(${from}, ${until}) i;
       insert into approval.requests (reference, kind, subject_id, subject_label, amount, currency, maker_id, maker_type, beneficiary_id, payload, payload_hash, needed, created_at)
       select 'R-' || upper(left(md5('r' || i), 14)), 'deposit', md5('s' || i)::uuid, 'D-' || upper(left(md5('d' || i), 14)), 100, 'USD', m.id, 'member', m.id, '{}', sha256('{}'), 1, now() - interval '1 day'
         from generate_series(${from}, ${until}) i join identity.members m on m.email = md5(i::text) || '@many.test';
     end $$`,
  );
  await desk.sql("vacuum analyze identity.members, approval.requests");
}

test("the queue and the search read no more with ten thousand than with a hundred that wait", async () => {
  const calls = [
    `desk.staff_frame('${finance.token}')`,
    `desk.staff_requests('${finance.token}', 'pending')`,
    `desk.staff_requests('${finance.token}', 'pending', 'deposit')`,
    `desk.staff_requests('${finance.token}', null, 'deposit')`,
    `desk.staff_requests('${finance.token}', 'approved')`,
    `desk.staff_requests('${finance.token}', 'pending', 'kyc')`,
    `desk.staff_requests('${finance.token}', null, null, 'R-NOTHING')`,
    `desk.staff_requests('${finance.token}', null, null, 'adaline')`,
    `desk.staff_members('${finance.token}', 'line@mem')`,
    `desk.staff_members('${finance.token}', 'many.test')`,
    `desk.staff_search('${finance.token}', '${transfer}')`,
    `desk.staff_search('${finance.token}', '0192837')`,
  ];
  await wait(1, 6_000);
  const before: Record<string, number> = {};
  await desk.sql("update approval.requests set state = 'cancelled', decided_at = now() where state = 'pending' and reference not in (select reference from approval.requests where state = 'pending' order by reference limit 100)");
  await desk.sql("vacuum analyze approval.requests");
  for (const call of calls) before[call] = await blocks(call);
  await wait(6_001, 30_000);
  for (const call of calls) expect(await blocks(call), call).toBeLessThanOrEqual((before[call] ?? 0) * 1.5 + 60);
});

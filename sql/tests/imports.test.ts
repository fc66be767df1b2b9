/**
 * Coming from elsewhere: files are checked as a whole, every fault is told with its line, two people agree, and what is posted is what was read; afterwards the
 * books are whole and everybody goes on where they stood.
 */
import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import { openDesk, refusalOf, type Desk } from "./support/builders";
import { testDatabase, type TestDatabase } from "./support/database";
import { tally, together, words } from "./support/race";

let database: TestDatabase;
let desk: Desk;
let admin: Awaited<ReturnType<Desk["staff"]>>;
let finance: typeof admin;
let second: typeof admin;
let method: string;
let cutover: string;

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database);
  await desk.clock("2027-03-10T10:00:00Z");
  [admin, finance, second] = [await desk.staff("admin"), await desk.staff("finance"), await desk.staff("finance")];
  method = await desk.method();
  cutover = "2027-02-28";
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});

const begin = async (more: Record<string, unknown> = {}): Promise<string> =>
  (await desk.ask("staff_import_begin", { token: admin.token, currency: "USD", cutover_on: cutover, method, deployed: "0", key: randomUUID(), ...more })).import as string;
/** A file as lines of cells; the first line are the headings. */
const put = (one: string, kind: string, text: string) => {
  const [head = "", ...lines] = text.trim().split("\n");
  return desk.ask("staff_import_file", { token: admin.token, import: one, kind, name: `${kind}.csv`, columns: JSON.stringify(head.trim().split(",")), rows: JSON.stringify(lines.map((line, n) => [String(n + 2), ...line.trim().split(",")])), key: randomUUID() });
};
const look = (one: string) => desk.ask("staff_import", { token: admin.token, import: one });
const faults = async (one: string): Promise<string[]> => ((await look(one)).faults as { file: string; line: number | null; column: string; fault: string }[]).map(({ file, line, column, fault }) => `${file} ${line ?? "-"} ${column} ${fault}`);
const submit = async (one: string): Promise<string> => (await desk.ask("staff_import_submit", { token: admin.token, import: one, key: randomUUID() })).request as string;
const approve = async (request: string) => {
  await desk.decide(finance, request);
  return desk.decide(second, request);
};
const one = async <T = string>(text: string, values: unknown[] = []): Promise<T> => Object.values((await desk.sql(text, values))[0] ?? {})[0] as T;
const balance = (origin: string, wallet: string) => one("select coalesce(sum(b.balance), 0)::text from ledger.balances b join identity.members m on m.id = b.member_id where m.origin = $1 and b.kind = $2", [origin, wallet]);
/** A digest of what an import may touch: nothing of it changes while files are checked. */
const live = () => one("select concat_ws(' ', (select count(*) from identity.members), (select count(*) from ledger.journals), (select count(*) from ledger.accounts where member_id is not null), (select count(*) from invest.investments), (select count(*) from network.nodes), (select count(*) from ev.bookings), (select count(*) from outbox.mails where template <> 'admin_request'))");
const whole = async () => {
  for (const domain of ["ledger", "treasury", "invest", "ev", "network", "payout", "referral", "approval", "funding", "audit"]) expect(await desk.sql(`select * from ${domain}.verify()`), domain).toEqual([]);
  expect(await desk.sql("select currency from ledger.trial_balance() where difference <> 0 or by_lines <> 0 or unlike <> 0")).toEqual([]);
  expect(await desk.sql("select currency from treasury.coverage() where bank + deployed <> owed")).toEqual([]);
};

test("members and balances come whole, covered exactly, and nobody is mailed", async () => {
  const id = await begin();
  await put(id, "members", "reference,email,first_name,last_name,mobile,joined_on,referrer,language\nA-1,Ada@Old.Example,Ada,Lovelace,+44 20 7946 0001,2024-05-01,,es\nA-2,bob@old.example,Bob,Bell,,2025-01-31,A-1,");
  await put(id, "balances", "member,wallet,amount,currency\nA-1,DEPOSIT,1000.50,USD\nA-1,INTEREST,20.00,USD\nA-2,DEPOSIT,0.01,USD");
  expect(await look(id)).toMatchObject({ faults: [], totals: { members: "2", owed: "1020.51", bank: "1020.51", deployed: "0.00" } });
  const mails = await one("select count(*)::text from outbox.mails where template <> 'admin_request'");
  const request = await submit(id);
  await expect(put(id, "balances", "member,wallet,amount\nA-1,DEPOSIT,9.00")).rejects.toSatisfy((error) => refusalOf(error)?.code === "import_closed");
  await desk.decide(finance, request);
  expect(await one("select count(*)::text from identity.members")).toBe("0");
  await desk.decide(second, request);
  expect([await balance("A-1", "DEPOSIT"), await balance("A-1", "INTEREST"), await balance("A-2", "DEPOSIT")]).toEqual(["100050", "2000", "1"]);
  expect(await desk.sql("select kind::text, value_on::text, line_count from ledger.journals where cause = $1", [request])).toEqual([{ kind: "opening", value_on: cutover, line_count: 4 }]);
  expect(await one("select count(*)::text from outbox.mails where template <> 'admin_request'")).toBe(mails);
  expect(await one("select count(*)::text from office.import_rows")).toBe("0");
  await whole();
  const { token } = await desk.signIn("ada@old.example");
  expect(await desk.ask("member_home", { token })).toBeTruthy();
});

test("codes that were drawn twice by chance are no change of the import: nothing happened, and the next time it is posted", async () => {
  const id = await begin();
  await put(id, "members", members("D-1", "D-2"));
  const request = await submit(id);
  await desk.decide(finance, request);
  const real = await one("select pg_get_functiondef('core.random_code'::regproc)");
  await desk.sql("create sequence core.drawn; grant usage, select on sequence core.drawn to public; create or replace function core.random_code(p_length integer) returns text language sql as $$ select 'DRAWN' || case when nextval('core.drawn') <= 2 then '222' else repeat(currval('core.drawn')::text, 3) end $$");
  await expect(desk.decide(second, request)).rejects.toMatchObject({ code: "23505", constraint: "member_referral_codes_are_unique" });
  expect(await one("select count(*)::text from identity.members where origin like 'D-%'")).toBe("0");
  expect(await desk.decide(second, request)).toMatchObject({ state: "approved" });
  await desk.sql(`${real}; drop sequence core.drawn`);
  expect(await desk.sql("select referral_code from identity.members where origin like 'D-%' order by origin")).toEqual([{ referral_code: "DRAWN333" }, { referral_code: "DRAWN444" }]);
  await whole();
});

const vehicle = (name: string, price = "9000.00") => desk.ask("staff_vehicle_save", { token: admin.token, vehicle: null, name, price, currency: "INR", active: true, picture: null, key: randomUUID() });
const member = (reference: string) => `${reference},${reference.toLowerCase()}@old.example,${reference},Old`;
const members = (...references: string[]) => `reference,email,first_name,last_name\n${references.map(member).join("\n")}`;

test("contracts go on exactly: nothing before the cut-over is paid again, the next day is what the plan gives, the end pays the principal", async () => {
  const operations = await desk.staff("operations");
  await desk.plan(operations, finance, { name: "Old plan", daily_rate: "0.13", duration: 40, minimum: "10.00", maximum: "5000.00" });
  await desk.fund("returns", "USD", "1000.00", method, operations, finance);
  const id = await begin({ deployed: "300.00" });
  await put(id, "members", members("C-1", "C-2"));
  // 100.01 at 0.13 % a day: cum(27) = 3.510351 and cum(28) = 3.640364, so that the day after the cut-over is 0.13.
  await put(id, "investments", "reference,member,plan,version,amount,start_on,accrued\nK-1,C-1,Old plan,1,100.01,2027-02-01,3.51\nK-2,C-2,Old plan,1,500.00,2027-02-28,0\nK-3,C-1,Old plan,1,200.00,2027-01-20,10.14");
  expect(await faults(id)).toEqual([]);
  expect(await look(id)).toMatchObject({ totals: { principal: "800.01", owed: "800.01", deployed: "300.00", bank: "500.01", accrued: "13.65" } });
  await approve(await submit(id));
  expect(await one("select balance::text from ledger.balances where kind = 'deployed_capital' and currency = 'USD'")).toBe("30000");
  await whole();
  const { token } = await desk.signIn("c-1@old.example");
  const contract = (await desk.ask("member_investments", { token })).items.find(({ amount }: { amount: string }) => amount === "100.01");
  expect(contract).toMatchObject({ days_done: 27, accrued: "3.51", total: "5.20", end_on: "2027-03-13" });
  await desk.accrue("2027-03-01");
  expect(await balance("C-1", "INTEREST")).toBe(String(13 + 26));
  const shown = await desk.ask("member_investment", { token, investment: contract.id });
  expect(shown.accruals.items.slice(0, 2)).toMatchObject([{ k: 28, credit: "0.13", state: "posted" }, { k: 27, state: "carried", movement: null }]);
  await desk.clock("2027-03-14T10:00:00Z");
  await desk.accrue("2027-03-14");
  // 5.20 in all less 3.51 paid elsewhere; 40 days at 0.26 less 10.14.
  expect(await balance("C-1", "INTEREST")).toBe(String(520 - 351 + 1040 - 1014));
  expect([await balance("C-1", "INVESTED"), await balance("C-1", "DEPOSIT")]).toEqual(["0", "30001"]);
  await whole();
  expect(await desk.job("worker_watch_changes")).toMatchObject({});
  expect(await desk.sql("select law, object from audit.findings")).toEqual([]);
});

test("tree and bookings go on: units count once, paid pairs keep their numbers, the next pair is the next one", async () => {
  await vehicle("Old car");
  const id = await begin({ currency: "INR", method: await desk.method("INR") });
  await put(id, "members", members("T-1", "T-2", "T-3", "T-4", "T-5", "T-6"));
  await put(id, "tree", "member,parent,side,sponsor,pairs\nT-1,,L,,1\nT-2,T-1,L,T-1,0\nT-3,T-1,R,T-1,0\nT-4,T-2,L,T-1,0\nT-5,T-3,R,T-3,0\nT-6,T-3,L,T-3,0");
  await put(id, "bookings", "reference,member,vehicle,price,paid,parts,part_day\nB-1,T-2,Old car,8000.00,5000.00,3,5\nB-2,T-3,Old car,8000.00,8000.00,,\nB-3,T-4,Old car,8000.00,6000.00,,\nB-4,T-5,Old car,8000.00,0,,");
  expect(await faults(id)).toEqual([]);
  expect(await look(id)).toMatchObject({ totals: { nodes: "6", depth: "3", units: "3", pairs: "1", backlog: "0", booked: "19000.00", owed: "0.00" } });
  await approve(await submit(id));
  await desk.job("worker_network_match", { limit: 1000 });
  expect(await desk.sql("select n.left_count::int as l, n.right_count::int as r, n.matched, n.carried from network.nodes n join identity.members m on m.id = n.member_id where m.origin = 'T-1'")).toEqual([{ l: 2, r: 1, matched: 1, carried: 1 }]);
  expect(await one("select count(*)::text from network.pairs")).toBe("0");
  expect(await one("select count(*)::text from referral.commissions")).toBe("0");
  expect(await desk.sql("select due_on::text, amount::int from ev.instalments order by no")).toEqual([{ due_on: "2027-03-05", amount: 100000 }, { due_on: "2027-04-05", amount: 100000 }, { due_on: "2027-05-05", amount: 100000 }]);
  await whole();
  // One more qualifies on the right: the second pair of a life, not the first.
  await desk.set({ cooling_off_days: "0" });
  const { token } = await desk.signIn("t-5@old.example");
  const booking = await one("select b.id::text from ev.bookings b join identity.members m on m.id = b.member_id where m.origin = 'T-5'");
  const paid = await desk.ask("member_booking_pay", { token, booking, amount: "5000.00", transaction_reference: "LATER-1", key: randomUUID() });
  await approve(paid.request);
  await desk.clock("2027-04-20T10:00:00Z");
  await desk.job("worker_cooling_ends");
  while ((await desk.job("worker_network_match", { limit: 1000 })).more);
  expect(await desk.sql("select life, serial, matched from network.pairs")).toEqual([{ life: 2, serial: 2, matched: 2 }]);
  await whole();
});

test("every fault is told with its file, line and column, and nothing but staging is written", async () => {
  const before = await live();
  const id = await begin();
  const cells = (header: string, lines: string[]) => `${header}\n${lines.join("\n")}`;
  await put(id, "members", cells("reference,email,first_name,last_name,mobile,username,language,timezone,joined_on,referrer", [
    "F-1,f1@old.example,Fay,One,,,,,,F-2",
    "F-2,F1@old.example,Fay,Two,12345,x,de,Mars/One,2027-02-30,F-2",
    "A-1,ada@old.example,=1+1,Three,,,,,2027-03-01,Nobody",
    "F 4,not-mail,,Four,,,,,,",
    "F-1,f5@old.example,Fay,+Five,,,,,,",
  ]));
  await put(id, "balances", cells("member,wallet,amount,currency", ["Zed,DEPOSIT,1.00,USD", "F-1,DEPOSIT,-1.00,USD", "F-1,DEPOSIT,1.001,EUR", "F-1,CASH,1.00,XXX", "A-2,DEPOSIT,1.00,USD", "F-2,EMI_RESERVE,1.00,USD", "F-2,INTEREST,0,USD"]));
  await put(id, "investments", cells("reference,member,plan,version,amount,start_on,accrued", [
    "K-9,F-1,No plan,1,100.00,2027-02-01,0", "K-9,F-1,Old plan,7,100.00,2027-02-01,0", "K-1,F-1,Old plan,1,1.00,2027-02-01,0.09", "K-5,F-1,Old plan,1,100.00,2026-12-01,13.20", "K-6,F-1,Old plan,1,100.00,2027-03-01,0", "K-7,F-1,Old plan,1,100.00,2027-02-01,3.52",
  ]));
  await put(id, "tree", cells("member,parent,side,sponsor,pairs", ["F-1,F-2,L,,0", "F-2,F-1,X,Nobody,1", "F-2,F-1,L,,x", "T-1,,L,,0", "Zed,Zed,R,,0"]));
  await put(id, "bookings", cells("reference,member,vehicle,price,paid,parts,part_day", ["B-1,F-1,Old car,100.00,200.00,3,", "B-8,F-1,Old car,0,1.00,,"]));
  expect(await faults(id)).toEqual([
    "members 2 referrer later_line", "members 3 email duplicate", "members 3 joined_on invalid_day", "members 3 language unknown_language", "members 3 mobile invalid_mobile", "members 3 referrer later_line", "members 3 timezone unknown_timezone", "members 3 username invalid_username",
    "members 4 email taken", "members 4 first_name formula", "members 4 joined_on after_cutover", "members 4 reference taken", "members 4 referrer unknown_member", "members 5 email invalid_email", "members 5 first_name required", "members 5 reference invalid_reference",
    "members 6 last_name formula", "members 6 reference duplicate",
    "balances 2 member unknown_member", "balances 3 amount invalid_amount", "balances 4 amount invalid_amount", "balances 4 currency other_currency", "balances 4 member duplicate", "balances 5 currency unknown_currency", "balances 5 wallet unknown_wallet", "balances 6 wallet opened_before", "balances 7 wallet network_only", "balances 8 amount invalid_amount",
    "investments 2 plan unknown_plan", "investments 3 reference duplicate", "investments 3 version unknown_version", "investments 4 accrued accrued_differs", "investments 4 amount outside_limits", "investments 4 reference taken", "investments 5 start_on ended", "investments 6 start_on after_cutover", "investments 7 accrued accrued_differs",
    "tree 2 parent later_line", "tree 3 pairs too_many_pairs", "tree 3 side invalid_side", "tree 3 sponsor not_placed", "tree 4 member duplicate", "tree 4 pairs invalid_pairs", "tree 5 member placed_before", "tree 5 side slot_taken", "tree 6 member unknown_member", "tree 6 parent later_line",
    "bookings 2 paid exceeds_price", "bookings 2 parts invalid_parts", "bookings 2 reference taken", "bookings 2 vehicle unknown_vehicle", "bookings 3 paid below_first", "bookings 3 price invalid_amount", "bookings 3 vehicle unknown_vehicle",
  ]);
  expect(await live()).toBe(before);
  await expect(submit(id)).rejects.toSatisfy((error) => refusalOf(error)?.code === "import_faulty");
  await desk.ask("staff_import_drop", { token: admin.token, import: id, key: randomUUID() });
  expect(await one("select count(*)::text from office.import_rows where import_id = $1", [id])).toBe("0");
  await expect(submit(id)).rejects.toSatisfy((error) => refusalOf(error)?.code === "import_closed");
});

test("headings are those of the template, and a file has lines", async () => {
  const id = await begin();
  const why = (text: string) => put(id, "balances", text).then(() => null, (error: unknown) => refusalOf(error));
  expect(await why("member,amount\nA-1,1.00")).toMatchObject({ code: "import_columns", field: "file", params: { context: "missing", column: "wallet" } });
  expect(await why("member,wallet,amount,iban\nA-1,DEPOSIT,1.00,x")).toMatchObject({ code: "import_columns", params: { context: "unknown", column: "iban" } });
  expect(await why("member,wallet,amount,amount\nA-1,DEPOSIT,1.00,1.00")).toMatchObject({ code: "import_columns", params: { context: "twice", column: "amount" } });
  expect(await why("member,wallet,amount")).toMatchObject({ code: "import_empty" });
  expect(await why(`member,wallet,amount\n${Array.from({ length: 20_001 }, () => "A-1,DEPOSIT,1.00").join("\n")}`)).toMatchObject({ code: "import_too_long", params: { most: "20000" } });
  expect(await faults(id)).toEqual(["import - files nothing"]);
  await put(id, "balances", "member,wallet,amount\nA-1,EARNINGS,1.00");
  await desk.ask("staff_import_file_remove", { token: admin.token, import: id, kind: "balances", key: randomUUID() });
  expect(await faults(id)).toEqual(["import - files nothing"]);
  const much = await begin({ deployed: "1.00" });
  await put(much, "balances", "member,wallet,amount\nA-1,EARNINGS,9.00");
  expect(await faults(much)).toEqual(["import - deployed deployed_too_much"]);
});

test("the maker does not decide, two others do, once; what changed in between is not posted", async () => {
  const id = await begin();
  await put(id, "members", members("R-1"));
  await put(id, "balances", "member,wallet,amount\nR-1,DEPOSIT,5.00");
  const request = await submit(id);
  await desk.decide(finance, request);
  await expect(desk.decide(finance, request)).rejects.toSatisfy((error) => refusalOf(error)?.code === "same_person");
  // Somebody signs up with an address of the import: the import no longer fits.
  const early = await desk.member("r-early");
  await desk.sql("update office.import_rows set cells = cells || '{\"email\": \"r-early@members.test\"}' where import_id = $1 and kind = 'members'", [id]);
  await expect(desk.decide(second, request)).rejects.toSatisfy((error) => refusalOf(error)?.code === "import_changed");
  await desk.sql("update office.import_rows set cells = cells || '{\"email\": \"r-1@old.example\"}' where import_id = $1 and kind = 'members'", [id]);
  await desk.sql("update identity.members set email = 'r-1@old.example' where public_id = $1", [early.id]);
  await expect(desk.decide(second, request)).rejects.toSatisfy((error) => refusalOf(error)?.code === "import_faulty");
  expect(await faults(id)).toEqual(["members 2 email taken"]);
  await desk.decide(second, request, "reject");
  expect((await look(id)).import).toMatchObject({ state: "draft", request: null });
});

test("of two last approvals at once one posts; an import and a sign-up of the same person meet once", async () => {
  const third = await desk.staff("finance");
  const id = await begin();
  await put(id, "members", members("Q-1"));
  await put(id, "balances", "member,wallet,amount\nQ-1,DEPOSIT,5.00");
  const request = await submit(id);
  await desk.decide(finance, request);
  const both = await together(() => desk.decide(second, request), () => desk.decide(third, request));
  expect(words(both).sort()).toEqual(["accepted", "already_decided"]);
  expect(await balance("Q-1", "DEPOSIT")).toBe("500");

  const other = await begin();
  await put(other, "members", `reference,email,first_name,last_name\nQ-2,q-2@members.test,Q,Two`);
  const asked = await submit(other);
  await desk.decide(finance, asked);
  const met = await together<unknown>(() => desk.decide(second, asked), () => desk.member("q-2"));
  expect(tally(words(met)).accepted).toBe(1);
  expect(await one("select count(*)::text from identity.members where email = 'q-2@members.test'")).toBe("1");
  await whole();
});

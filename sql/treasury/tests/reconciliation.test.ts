/** Client money held against the bank, day by day: matched, explained, signed by two people and kept (spec 2.7). */
import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import { openDesk, refused, type Desk } from "../../tests/support/builders";
import { testDatabase } from "../../tests/support/database";
import { together, words } from "../../tests/support/race";
import { explain, importLines, sheetOf, submit, type Line } from "./support/statements";

type Person = { token: string };
type Item = { item: string; side: string; amount: string; reason?: string; later?: boolean; candidates?: { entry: string; reference?: string }[] };

let desk: Desk;
let operations: Person;
let finance: Person;
let second: Person;
let ann: Person;

beforeAll(async () => {
  desk = await openDesk(await testDatabase());
  await desk.clock("2026-11-03T12:00:00Z");
  operations = await desk.staff("operations");
  [finance, second] = [await desk.staff("finance"), await desk.staff("finance")];
  ann = await desk.member("ann");
});
afterAll(async () => {
  await desk.close();
  await desk.db.drop();
});

let made = 0;
const on = "2026-11-03";

/** A method with deposits of the third of November, each known by its transfer's reference. */
async function account(deposits: [reference: string, amount: string][] = []): Promise<string> {
  made += 1;
  await desk.sql("update core.clock set frozen_at = '2026-11-03T12:00:00Z'");
  const method = await desk.method("USD", `Bank ${made}`);
  for (const [reference, amount] of deposits) await deposit(method, reference, amount);
  return method;
}

async function deposit(method: string, reference: string, amount: string) {
  const asked = await desk.ask("member_deposit_submit", { token: ann.token, method, reference: null, amount, transaction_reference: reference, file: null, key: randomUUID() });
  await desk.decide(finance, asked.request);
  return asked as { deposit: string; reference: string };
}

const later = (at = "2026-11-04T12:00:00Z") => desk.sql("update core.clock set frozen_at = $1", [at]);
const bank = (method: string, lines: Line[], more: { closings?: { on: string; balance: string }[]; opening?: string } = {}) =>
  importLines(desk, operations, method, { lines, beginsOn: on, opening: more.opening ?? "0", closings: more.closings ?? [] });
const items = async (method: string, day = on) => (await sheetOf(desk, operations, method, day)).items as Item[];
const sign = async (request: string, people: Person[] = [finance, second]) => {
  for (const person of people) await desk.decide(person, request);
};

test("what shares a reference and an amount is matched by itself, by the member's, the transfer's and the request's reference", async () => {
  const method = await account([["UTR-777001", "100.00"], ["short", "50.00"]]);
  const { reference } = await deposit(method, "whatever", "30.00");
  const funded = await desk.ask("staff_treasury_fund", { token: operations.token, treasury: "promo", currency: "USD", amount: "12.00", method, note: null, key: randomUUID() });
  await desk.decide(finance, funded.request);
  const [asked] = await desk.sql<{ reference: string }>("select reference from approval.requests where id = $1", [funded.request]);
  await later();
  const file = await bank(method, [
    { on, amount: "100.00", id: "utr777001" }, { on, amount: "50.00", reference: "SHORT" }, { on, amount: "30.00", id: "b3", text: `PAYMENT ${reference.toLowerCase()}, thanks` }, { on, amount: "12.00", id: "b4", text: `own money ${asked?.reference}` },
  ]);
  expect(file).toMatchObject({ imported: 4, matched: 4 });
  expect(await sheetOf(desk, operations, method, on)).toMatchObject({ figures: { requirement: "192.00", bank: "192.00", difference: "0.00", matched: 4, unexplained: 0, remainder: "0.00" }, items: [] });
});

test("another amount, another method or two that fit are for a person: nothing is matched by itself", async () => {
  const method = await account([["REF-000001", "100.00"], ["REF-000002", "20.00"]]);
  const other = await account([["REF-000003", "5.00"]]);
  await later();
  expect(await bank(method, [
    { on, amount: "99.00", id: "REF-000001" }, { on, amount: "20.00", id: "x1", text: "REF-000002" }, { on, amount: "20.00", id: "x2", text: "REF-000002" }, { on, amount: "5.00", id: "REF-000003" },
  ])).toMatchObject({ imported: 4, matched: 0 });
  const open = await items(method);
  expect(open.filter(({ side }) => side === "bank").map(({ amount, candidates }) => [amount, candidates?.length])).toEqual(expect.arrayContaining([["99.00", 0], ["20.00", 1], ["20.00", 1], ["5.00", 0]]));
  expect((await items(other)).length).toBe(0);
});

test("a withdrawal that was sent and came back is two entries and two lines", async () => {
  const method = await account([["IN-0001", "500.00"]]);
  const to = await desk.destination(ann);
  await later("2026-11-05T12:00:00Z");
  const asked = await desk.withdraw(ann, "DEPOSIT", "40.00", to);
  await desk.decide(finance, asked.request as string);
  await desk.ask("staff_withdrawal_sent", { token: operations.token, withdrawal: asked.withdrawal, method, transaction_reference: "OUT-900", key: randomUUID() });
  await desk.ask("staff_withdrawal_returned", { token: operations.token, withdrawal: asked.withdrawal, reason: "closed", key: randomUUID() });
  await later("2026-11-06T12:00:00Z");
  expect(await bank(method, [{ on, amount: "500.00", id: "IN-0001" }, { on: "2026-11-05", amount: "-40.00", id: "OUT-900" }, { on: "2026-11-05", amount: "40.00", id: "r", text: `RETURN ${asked.reference as string}` }])).toMatchObject({ matched: 3 });
});

test("two people who match one line, or one entry, at once: one of them", async () => {
  const method = await account([["A-1", "10.00"], ["A-2", "10.00"], ["A-3", "10.00"]]);
  await later();
  await bank(method, [{ on, amount: "10.00", id: "l1" }, { on, amount: "10.00", id: "l2" }]);
  const open = await items(method);
  const lines = open.filter(({ side }) => side === "bank").map(({ item }) => item.slice(5));
  const entries = open.filter(({ side }) => side === "books").map(({ item }) => item.slice(6));
  const match = (line: string | undefined, entry: string | undefined) => () => desk.ask("staff_line_match", { token: operations.token, line, entry, key: randomUUID() });
  const oneLine = await together(match(lines[0], entries[0]), match(lines[0], entries[1]), match(lines[0], entries[2]));
  expect(words(oneLine).sort()).toEqual(["accepted", "already_matched", "already_matched"]);
  const left = (await items(method)).filter(({ side }) => side === "books").map(({ item }) => item.slice(6));
  expect(left).toHaveLength(2);
  const [third] = await desk.sql<{ id: string }>("insert into treasury.statement_lines (statement_id, account_id, identity, line_no, booked_on, value_on, amount, currency) select statement_id, account_id, 'third', 9, booked_on, value_on, amount, currency from treasury.statement_lines where id = $1 returning id", [lines[1]]);
  const oneEntry = await together(match(lines[1], left[0]), match(third?.id, left[0]));
  expect(words(oneEntry).sort()).toEqual(["accepted", "already_matched"]);
});

test("what is not equal never matches, whoever writes", async () => {
  const method = await account([["B-1", "10.00"]]);
  const other = await account([["B-2", "11.00"]]);
  await later();
  await bank(method, [{ on, amount: "11.00", id: "l1" }]);
  const open = await items(method);
  const line = open.find(({ side }) => side === "bank")?.item.slice(5);
  const entry = open.find(({ side }) => side === "books")?.item.slice(6);
  expect(await refused(desk.ask("staff_line_match", { token: operations.token, line, entry, key: randomUUID() }))).toBe("amount_differs");
  await importLines(desk, operations, other, { lines: [], beginsOn: on, opening: "0" });
  const foreign = (await items(other)).find(({ side }) => side === "books")?.item.slice(6);
  expect(await refused(desk.ask("staff_line_match", { token: operations.token, line, entry: foreign, key: randomUUID() }))).toBe("not_found");
  expect(await refused(desk.sql("insert into treasury.matches (line_id, account_id, journal_id, line_no, how, matched_by, matched_at) select $1, e.account_id, e.journal_id, e.line_no, 'person', 1, now() from ledger.lines e where e.journal_id = $2 and e.amount > 0", [line, entry?.split("-")[0]]))).toBe("amount_differs");
});

test("a sheet adds up: requirement, bank, what is on either side, and no difference beside", async () => {
  const method = await account([["C-1", "100.00"], ["C-2", "60.00"]]);
  await later();
  await bank(method, [{ on, amount: "100.00", id: "C-1" }, { on, amount: "-1.50", text: "fee" }, { on, amount: "33.00", text: "who is this" }], { closings: [{ on, balance: "131.50" }] });
  expect((await sheetOf(desk, operations, method, on)).figures).toMatchObject({ requirement: "160.00", bank: "131.50", stated: true, difference: "-28.50", matched: 1, bank_count: 2, bank_sum: "31.50", books_count: 1, books_sum: "60.00", unexplained: 3, remainder: "0.00" });
  expect(await refused(submit(desk, operations, method, on))).toBe("not_reconciled");
  const open = await items(method);
  expect(await refused(explain(desk, operations, method, [open[0]?.item ?? ""], "other"))).toBe("note_required");
  expect(await refused(explain(desk, operations, method, [`line:${randomUUID()}`]))).toBe("not_found");
  await explain(desk, operations, method, open.map(({ item }) => item));
  const { sheet, request } = await submit(desk, operations, method, on);
  expect([typeof sheet, typeof request]).toEqual(["string", "string"]);
  expect(await sheetOf(desk, operations, method, on)).toMatchObject({ state: "submitted", stale: false, figures: { difference: "-28.50", bank_sum: "31.50", books_sum: "60.00" } });
});

test("a line that is missing from the import leaves a remainder, which nobody can explain away", async () => {
  const method = await account([["D-1", "100.00"]]);
  await later();
  await bank(method, [{ on, amount: "100.00", id: "D-1" }], { closings: [{ on, balance: "93.00" }] });
  expect((await sheetOf(desk, operations, method, on)).figures).toMatchObject({ unexplained: 0, remainder: "-7.00" });
  expect(await refused(submit(desk, operations, method, on))).toBe("not_reconciled");
  await bank(method, [{ on, amount: "-7.00", text: "found" }]);
  await explain(desk, operations, method, (await items(method)).map(({ item }) => item), "bank_fee");
  expect(await submit(desk, operations, method, on)).toHaveProperty("request");
});

test("a day that is not over, one no statement reaches, and an account without statements are not submitted", async () => {
  const method = await account([["E-1", "5.00"]]);
  expect(await refused(submit(desk, operations, method, on))).toBe("invalid_input");
  await later("2026-11-06T12:00:00Z");
  expect(await refused(submit(desk, operations, method, on))).toBe("not_reconciled");
  await bank(method, [{ on, amount: "5.00", id: "E-1" }]);
  expect(await refused(submit(desk, operations, method, "2026-11-04"))).toBe("not_reconciled");
  expect(await submit(desk, operations, method, on)).toHaveProperty("request");
  expect(await refused(submit(desk, operations, method, on))).toBe("already_open");
});

test("money in transit is timing by itself once a later day has it", async () => {
  const method = await account([["F-1", "80.00"]]);
  await later("2026-11-05T12:00:00Z");
  await bank(method, [{ on: "2026-11-04", amount: "80.00", id: "F-1" }]);
  expect(await items(method)).toMatchObject([{ side: "books", amount: "80.00", reason: "timing", later: true }]);
  expect(await submit(desk, operations, method, on)).toHaveProperty("request");
  expect(await items(method, "2026-11-04")).toEqual([]);
});

test("an opening difference is explained like any other, and goes when what was in transit arrives", async () => {
  const method = await account([["G-1", "200.00"]]);
  await later("2026-11-06T12:00:00Z");
  await importLines(desk, operations, method, { lines: [{ on: "2026-11-04", amount: "1.00", text: "interest" }], beginsOn: "2026-11-04", opening: "0" });
  expect(await items(method, "2026-11-04")).toMatchObject([{ side: "bank", amount: "1.00" }, { side: "opening", amount: "-200.00" }]);
  await importLines(desk, operations, method, { lines: [{ on: "2026-11-05", amount: "200.00", id: "G-1" }] });
  expect((await items(method, "2026-11-04")).map(({ side, amount, reason }) => [side, amount, reason])).toEqual([["bank", "1.00", undefined], ["books", "200.00", "timing"]]);
  expect((await sheetOf(desk, operations, method, "2026-11-05")).figures).toMatchObject({ requirement: "200.00", bank: "201.00", opening_difference: "0.00", bank_sum: "1.00", books_sum: "0.00", remainder: "0.00" });
});

test("two people sign; whoever submitted is neither, and one is not two", async () => {
  const method = await account([["H-1", "10.00"]]);
  await later();
  await bank(method, [{ on, amount: "10.00", id: "H-1" }]);
  const { request } = await submit(desk, operations, method, on);
  expect(await refused(desk.decide(operations, request))).toBe("not_permitted");
  expect(await desk.decide(finance, request)).toMatchObject({ state: "pending", given: 1, needed: 2 });
  expect(await refused(desk.decide(finance, request))).toBe("same_person");
  expect((await desk.ask("public_coverage")).reconciled_at).toBeNull();
  expect(await desk.decide(second, request)).toMatchObject({ state: "approved" });
  expect(await sheetOf(desk, operations, method, on)).toMatchObject({ state: "signed", request: { signed_by: [{}, {}] } });
  const coverage = await desk.ask("public_coverage");
  expect(coverage.reconciled_at).toMatch(/^2026-11-04T12:00/);
  // Other accounts in dollars are not reconciled yet, and that is said.
  expect(coverage.reconciled).toEqual([{ currency: "USD", on: null }]);
});

test.each([
  ["a line that came", async (method: string) => { await bank(method, [{ on, amount: "3.00", text: "late" }]); }],
  ["a match that was made", async (method: string) => {
    const [line] = await desk.sql<{ id: string }>("select l.id from treasury.statement_lines l join funding.methods m on m.account_id = l.account_id where m.id = $1 and l.amount = 2000", [method]);
    const [entry] = await desk.sql<{ id: string }>("select e.journal_id || '-' || e.line_no as id from ledger.lines e join funding.methods m on m.account_id = e.account_id where m.id = $1 and e.amount = 2000", [method]);
    await desk.ask("staff_line_match", { token: operations.token, line: line?.id, entry: entry?.id, key: randomUUID() });
  }],
  ["an explanation that was changed", async (method: string) => { await explain(desk, operations, method, ((await desk.sql<{ item: string }>("select 'line:' || l.id as item from treasury.statement_lines l join funding.methods m on m.account_id = l.account_id where m.id = $1 and l.amount = 2000", [method]))).map(({ item }) => item), "bank_error"); }],
])("after %s since it was submitted, a sheet is signed neither first nor second; rejected, it is made anew", async (_what, change) => {
  const method = await account([["K-1", "20.00"]]);
  await later();
  await bank(method, [{ on, amount: "20.00", text: "no reference" }]);
  await explain(desk, operations, method, (await items(method)).map(({ item }) => item));
  const { request } = await submit(desk, operations, method, on);
  await desk.decide(finance, request);
  await change(method);
  expect(await sheetOf(desk, operations, method, on)).toMatchObject({ state: "submitted", stale: true });
  expect(await refused(desk.decide(second, request))).toBe("payload_changed");
  expect((await desk.ask("staff_request", { token: second.token, request })).evidence).toMatchObject({ stale: true, figures: { matched: 0 } });
  await desk.decide(second, request, "reject");
  expect(await sheetOf(desk, operations, method, on)).toMatchObject({ state: "open" });
  const open = (await items(method)).filter(({ reason }) => reason === undefined).map(({ item }) => item);
  if (open.length > 0) await explain(desk, operations, method, open);
  const again = await submit(desk, operations, method, on);
  await sign(again.request as string);
  expect(await sheetOf(desk, operations, method, on)).toMatchObject({ state: "signed" });
});

test("a line imported while the last person signs: the sheet is signed without it, or refused; never signed over it", async () => {
  for (let round = 0; round < 6; round += 1) {
    const method = await account([["L-1", "10.00"]]);
    await later();
    await bank(method, [{ on, amount: "10.00", id: "L-1" }]);
    const { request } = await submit(desk, operations, method, on);
    await desk.decide(finance, request);
    const [signed, imported] = await together(() => desk.decide(second, request), () => bank(method, [{ on, amount: "1.00", text: "late" }]));
    expect(imported?.refused).toBeNull();
    const [row] = await desk.sql<{ state: string; fresh: boolean }>("select s.state, s.submitted_at is not null as fresh from treasury.sheets s join funding.methods m on m.account_id = s.account_id where m.id = $1", [method]);
    expect(row?.state).toBe(signed?.refused === null ? "signed" : "submitted");
    if (signed?.refused !== null) expect(signed?.refused).toBe("payload_changed");
  }
});

test("the maker takes a sheet back; nobody else does", async () => {
  const method = await account([["M-1", "10.00"]]);
  await later();
  await bank(method, [{ on, amount: "10.00", id: "M-1" }]);
  const { request } = await submit(desk, operations, method, on);
  expect(await refused(desk.ask("staff_cancel_request", { token: finance.token, request, key: randomUUID() }))).toBe("not_permitted");
  await desk.ask("staff_cancel_request", { token: operations.token, request, key: randomUUID() });
  expect(await sheetOf(desk, operations, method, on)).toMatchObject({ state: "open", earlier: [{ on, state: "cancelled" }] });
});

test("a signed sheet is kept: neither it nor its items, nor the matches it rests upon, ever change", async () => {
  const method = await account([["N-1", "10.00"], ["N-2", "4.00"]]);
  await later();
  await bank(method, [{ on, amount: "10.00", id: "N-1" }]);
  await explain(desk, operations, method, (await items(method)).map(({ item }) => item));
  const { sheet, request } = await submit(desk, operations, method, on);
  await sign(request as string);
  for (const statement of ["update treasury.sheets set requirement = 0", "update treasury.sheets set state = 'rejected'", "delete from treasury.sheets", "update treasury.sheet_items set reason = 'x'", "delete from treasury.sheet_items", "update treasury.matches set how = 'person'"]) {
    expect(await refused(desk.sql(`${statement}${statement.includes("matches") ? "" : ` where ${statement.includes("items") ? "sheet_id" : "id"} = '${sheet as string}'`}`))).toBe("immutable");
  }
  const { matches } = await sheetOf(desk, operations, method, on);
  expect(await refused(desk.ask("staff_line_unmatch", { token: operations.token, line: matches[0].line, key: randomUUID() }))).toBe("already_decided");
  await bank(method, [{ on, amount: "4.00", id: "N-2" }]);
  expect((await sheetOf(desk, operations, method, on)).items).toMatchObject([{ side: "books", amount: "4.00", reason: "timing" }]);
});

test("a match made by mistake is taken back", async () => {
  const method = await account([["O-1", "10.00"]]);
  await later();
  await bank(method, [{ on, amount: "10.00", id: "zz" }]);
  const [line] = await items(method);
  await desk.ask("staff_line_match", { token: operations.token, line: line?.item.slice(5), entry: line?.candidates?.[0]?.entry, key: randomUUID() });
  expect(await items(method)).toEqual([]);
  await desk.ask("staff_line_unmatch", { token: operations.token, line: line?.item.slice(5), key: randomUUID() });
  expect(await items(method)).toHaveLength(2);
  expect(await refused(desk.ask("staff_line_unmatch", { token: operations.token, line: line?.item.slice(5), key: randomUUID() }))).toBe("not_found");
});

test("only who may reconcile reads bank texts; whoever reads requests sees figures without them", async () => {
  const method = await account([["P-1", "10.00"]]);
  await later();
  await bank(method, [{ on, amount: "9.00", text: "secret-person-name" }]);
  await explain(desk, operations, method, (await items(method)).map(({ item }) => item));
  const { request } = await submit(desk, operations, method, on);
  const support = await desk.staff("support");
  expect(await refused(sheetOf(desk, support, method, on))).toBe("not_permitted");
  expect(JSON.stringify(await desk.ask("staff_request", { token: support.token, request }))).not.toContain("secret-person-name");
  expect(JSON.stringify(await sheetOf(desk, finance, method, on))).toContain("secret-person-name");
  for (const [name, args] of [["staff_line_unmatch", { line: randomUUID() }], ["staff_sheet_submit", { method, on }]] as const) {
    expect(await refused(desk.ask(name, { token: finance.token, ...args, key: randomUUID() }))).toBe("not_permitted");
  }
});

test("once every account of a currency is signed, coverage says up to which day", async () => {
  const names = await desk.sql<{ id: string }>("select m.id from funding.methods m where exists (select from ledger.lines l where l.account_id = m.account_id)");
  await later("2026-11-10T12:00:00Z");
  for (const { id } of names) {
    await importLines(desk, operations, id, { lines: [], beginsOn: on, opening: "0", closings: [] });
    const balance = (await desk.sql<{ sum: string }>("select core.format_amount(coalesce((select a.opening from treasury.reconciled_accounts a where a.account_id = m.account_id), 0) + coalesce((select sum(amount) from treasury.statement_lines l where l.account_id = m.account_id), 0), 'USD') as sum from funding.methods m where m.id = $1", [id]))[0];
    await importLines(desk, operations, id, { lines: [], closings: [{ on: "2026-11-08", balance: balance?.sum ?? "" }] });
    const open = (await items(id, "2026-11-08")).filter(({ reason }) => reason === undefined);
    if (open.length > 0) await explain(desk, operations, id, open.map(({ item }) => item), "other", "test");
    const { request } = await submit(desk, operations, id, "2026-11-08");
    await sign(request as string);
  }
  expect((await desk.ask("public_coverage")).reconciled).toEqual([{ currency: "USD", on: "2026-11-08" }]);
});

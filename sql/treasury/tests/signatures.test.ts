/** A day's sheet is signed by two people who did not prepare it, for exactly what it says, and kept (spec 2.7). */
import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import { refused, type Desk } from "../../tests/support/builders";
import { together } from "../../tests/support/race";
import { BankDay, on, type Person } from "./support/bank-day";
import { explain, importLines, sheetOf, submit } from "./support/statements";

let day: BankDay;
let desk: Desk;
let operations: Person;
let finance: Person;
let second: Person;

beforeAll(async () => {
  day = await BankDay.open();
  ({ desk, operations, finance, second } = day);
});
afterAll(() => day.close());

const sign = async (request: string, people: Person[] = [finance, second]) => {
  for (const person of people) await desk.decide(person, request);
};

test("two people sign; whoever submitted is neither, and one is not two", async () => {
  await day.account([["H-0", "1.00"]]);
  const method = await day.account([["H-1", "10.00"]]);
  await day.later();
  await day.bank(method, [{ on, amount: "10.00", id: "H-1" }]);
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
  ["a line that came", async (method: string) => { await day.bank(method, [{ on, amount: "3.00", text: "late" }]); }],
  ["a match that was made", async (method: string) => {
    const [line] = await desk.sql<{ id: string }>("select l.id from treasury.statement_lines l join funding.methods m on m.account_id = l.account_id where m.id = $1 and l.amount = 2000", [method]);
    const [entry] = await desk.sql<{ id: string }>("select e.journal_id || '-' || e.line_no as id from ledger.lines e join funding.methods m on m.account_id = e.account_id where m.id = $1 and e.amount = 2000", [method]);
    await desk.ask("staff_line_match", { token: operations.token, line: line?.id, entry: entry?.id, key: randomUUID() });
  }],
  ["an explanation that was changed", async (method: string) => { await explain(desk, operations, method, ((await desk.sql<{ item: string }>("select 'line:' || l.id as item from treasury.statement_lines l join funding.methods m on m.account_id = l.account_id where m.id = $1 and l.amount = 2000", [method]))).map(({ item }) => item), "bank_error"); }],
])("after %s since it was submitted, a sheet is signed neither first nor second; rejected, it is made anew", async (_what, change) => {
  const method = await day.account([["K-1", "20.00"]]);
  await day.later();
  await day.bank(method, [{ on, amount: "20.00", text: "no reference" }]);
  await explain(desk, operations, method, (await day.items(method)).map(({ item }) => item));
  const { request } = await submit(desk, operations, method, on);
  await desk.decide(finance, request);
  await change(method);
  expect(await sheetOf(desk, operations, method, on)).toMatchObject({ state: "submitted", stale: true });
  expect(await refused(desk.decide(second, request))).toBe("payload_changed");
  expect((await desk.ask("staff_request", { token: second.token, request })).evidence).toMatchObject({ stale: true, figures: { matched: 0 } });
  await desk.decide(second, request, "reject");
  expect(await sheetOf(desk, operations, method, on)).toMatchObject({ state: "open" });
  const open = (await day.items(method)).filter(({ reason }) => reason === undefined).map(({ item }) => item);
  if (open.length > 0) await explain(desk, operations, method, open);
  const again = await submit(desk, operations, method, on);
  await sign(again.request as string);
  expect(await sheetOf(desk, operations, method, on)).toMatchObject({ state: "signed" });
});

test("a line imported while the last person signs: the sheet is signed without it, or refused; never signed over it", async () => {
  for (let round = 0; round < 6; round += 1) {
    const method = await day.account([["L-1", "10.00"]]);
    await day.later();
    await day.bank(method, [{ on, amount: "10.00", id: "L-1" }]);
    const { request } = await submit(desk, operations, method, on);
    await desk.decide(finance, request);
    const [signed, imported] = await together(() => desk.decide(second, request), () => day.bank(method, [{ on, amount: "1.00", text: "late" }]));
    expect(imported?.refused).toBeNull();
    const [row] = await desk.sql<{ state: string; fresh: boolean }>("select s.state, s.submitted_at is not null as fresh from treasury.sheets s join funding.methods m on m.account_id = s.account_id where m.id = $1", [method]);
    expect(row?.state).toBe(signed?.refused === null ? "signed" : "submitted");
    if (signed?.refused !== null) expect(signed?.refused).toBe("payload_changed");
  }
});

test("the maker takes a sheet back; nobody else does", async () => {
  const method = await day.account([["M-1", "10.00"]]);
  await day.later();
  await day.bank(method, [{ on, amount: "10.00", id: "M-1" }]);
  const { request } = await submit(desk, operations, method, on);
  expect(await refused(desk.ask("staff_cancel_request", { token: finance.token, request, key: randomUUID() }))).toBe("not_permitted");
  await desk.ask("staff_cancel_request", { token: operations.token, request, key: randomUUID() });
  expect(await sheetOf(desk, operations, method, on)).toMatchObject({ state: "open", earlier: [{ on, state: "cancelled" }] });
});

test("a signed sheet is kept: neither it nor its items, nor the matches it rests upon, ever change", async () => {
  const method = await day.account([["N-1", "10.00"], ["N-2", "4.00"]]);
  await day.later();
  await day.bank(method, [{ on, amount: "10.00", id: "N-1" }]);
  await explain(desk, operations, method, (await day.items(method)).map(({ item }) => item));
  const { sheet, request } = await submit(desk, operations, method, on);
  await sign(request as string);
  for (const statement of ["update treasury.sheets set requirement = 0", "update treasury.sheets set state = 'rejected'", "delete from treasury.sheets", "update treasury.sheet_items set reason = 'x'", "delete from treasury.sheet_items", "update treasury.matches set how = 'person'"]) {
    expect(await refused(desk.sql(`${statement}${statement.includes("matches") ? "" : ` where ${statement.includes("items") ? "sheet_id" : "id"} = '${sheet as string}'`}`))).toBe("immutable");
  }
  const { matches } = await sheetOf(desk, operations, method, on);
  expect(await refused(desk.ask("staff_line_unmatch", { token: operations.token, line: matches[0].line, key: randomUUID() }))).toBe("already_decided");
  await day.bank(method, [{ on, amount: "4.00", id: "N-2" }]);
  expect((await sheetOf(desk, operations, method, on)).items).toMatchObject([{ side: "books", amount: "4.00", reason: "timing" }]);
});

test("a match made by mistake is taken back", async () => {
  const method = await day.account([["O-1", "10.00"]]);
  await day.later();
  await day.bank(method, [{ on, amount: "10.00", id: "zz" }]);
  const [line] = await day.items(method);
  await desk.ask("staff_line_match", { token: operations.token, line: line?.item.slice(5), entry: line?.candidates?.[0]?.entry, key: randomUUID() });
  expect(await day.items(method)).toEqual([]);
  await desk.ask("staff_line_unmatch", { token: operations.token, line: line?.item.slice(5), key: randomUUID() });
  expect(await day.items(method)).toHaveLength(2);
  expect(await refused(desk.ask("staff_line_unmatch", { token: operations.token, line: line?.item.slice(5), key: randomUUID() }))).toBe("not_found");
});

test("only who may reconcile reads bank texts; whoever reads requests sees figures without them", async () => {
  const method = await day.account([["P-1", "10.00"]]);
  await day.later();
  await day.bank(method, [{ on, amount: "9.00", text: "secret-person-name" }]);
  await explain(desk, operations, method, (await day.items(method)).map(({ item }) => item));
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
  await day.later("2026-11-10T12:00:00Z");
  for (const { id } of names) {
    await importLines(desk, operations, id, { lines: [], beginsOn: on, opening: "0", closings: [] });
    const balance = (await desk.sql<{ sum: string }>("select core.format_amount(coalesce((select a.opening from treasury.reconciled_accounts a where a.account_id = m.account_id), 0) + coalesce((select sum(amount) from treasury.statement_lines l where l.account_id = m.account_id), 0), 'USD') as sum from funding.methods m where m.id = $1", [id]))[0];
    await importLines(desk, operations, id, { lines: [], closings: [{ on: "2026-11-08", balance: balance?.sum ?? "" }] });
    const open = (await day.items(id, "2026-11-08")).filter(({ reason }) => reason === undefined);
    if (open.length > 0) await explain(desk, operations, id, open.map(({ item }) => item), "other", "test");
    const { request } = await submit(desk, operations, id, "2026-11-08");
    await sign(request as string);
  }
  expect((await desk.ask("public_coverage")).reconciled).toEqual([{ currency: "USD", on: "2026-11-08" }]);
});

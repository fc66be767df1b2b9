/** Lines of bank statements come once, however often and in whatever parts; what cannot be taken is told line by line (spec 2.7). */
import { randomUUID } from "node:crypto";

import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";

import { countEqual } from "../../../app/statements/statement";
import { openDesk, refused, type Desk } from "../../tests/support/builders";
import { testDatabase } from "../../tests/support/database";
import { importLines, line, type Line } from "./support/statements";

let desk: Desk;
let operations: { token: string };

beforeAll(async () => {
  desk = await openDesk(await testDatabase());
  await desk.clock("2026-12-01T12:00:00Z");
  operations = await desk.staff("operations");
});
afterAll(async () => {
  await desk.close();
  await desk.db.drop();
});

let made = 0;
/** A method whose account is reconciled from the first of November, empty. */
async function account(currency = "USD"): Promise<string> {
  made += 1;
  const method = await desk.method(currency, `Bank ${made}`);
  await importLines(desk, operations, method, { lines: [], beginsOn: "2026-11-01", opening: "0" });
  return method;
}

const count = async (method: string) => (await desk.sql<{ lines: string; sum: string | null }>(
  "select count(*) as lines, sum(l.amount) as sum from treasury.statement_lines l join funding.methods m on m.account_id = l.account_id where m.id = $1", [method]))[0];

const some: Line[] = [{ on: "2026-11-03", amount: "100.00", id: "A1", text: "Ann" }, { on: "2026-11-03", amount: "-2.50", id: "A2" }, { on: "2026-11-04", amount: "7", reference: "R", text: "no id" }];

test("a line already imported is skipped, the rest of the file is kept", async () => {
  const method = await account();
  expect(await importLines(desk, operations, method, { lines: some.slice(0, 2) })).toMatchObject({ imported: 2, skipped: 0, refused: 0 });
  const again = await importLines(desk, operations, method, { lines: some });
  expect(again).toMatchObject({ imported: 1, skipped: 2, refused: 0 });
  expect(again.remarks.map(({ reason }) => reason)).toEqual(["already_imported", "already_imported"]);
  expect(await count(method)).toEqual({ lines: "3", sum: "10450" });
});

test("each bad line is refused with its reason and nothing else is", async () => {
  const method = await account();
  const bad: [Line, string][] = [
    [{ on: "2026-11-03", amount: "1.00", currency: "EUR" }, "currency_other"],
    [{ on: "2026-11-03", amount: "1.005" }, "amount_invalid"],
    [{ on: "2026-11-03", amount: "1e3" }, "amount_invalid"],
    [{ on: "2026-11-03", amount: "NaN" }, "amount_invalid"],
    [{ on: "2026-11-03", amount: "90000000000000.01" }, "amount_invalid"],
    [{ on: "2026-11-03", amount: "0.00" }, "amount_zero"],
    [{ on: "2026-02-31", amount: "1.00" }, "booked_on_invalid"],
    [{ on: "2026-11-03", amount: "1.00", valueOn: "soon" }, "value_on_invalid"],
    [{ on: "2026-10-31", amount: "1.00" }, "before_beginning"],
    [{ on: "2026-12-02", amount: "1.00" }, "in_future"],
    [{ on: "2026-11-03", amount: "1.00", refusal: "quote_open" }, "quote_open"],
  ];
  const file = await importLines(desk, operations, method, { lines: [...bad.map(([one]) => one), { on: "2026-11-03", amount: "5.00", id: "good" }, { on: "2026-12-01", amount: "-90000000000000.00", id: "largest" }] });
  expect(file).toMatchObject({ imported: 2, skipped: 0, refused: bad.length });
  expect(file.remarks.map(({ outcome, reason }) => [outcome, reason])).toEqual(bad.map(([, reason]) => ["refused", reason]));
});

test("a reference that comes twice in a file is one line; with another amount or day it is refused, never swallowed", async () => {
  const method = await account();
  const file = await importLines(desk, operations, method, { lines: [{ on: "2026-11-03", amount: "5.00", id: "X" }, { on: "2026-11-03", amount: "5.00", id: "X" }, { on: "2026-11-03", amount: "0.10", id: "X" }] });
  expect(file).toMatchObject({ imported: 1, skipped: 1, refused: 1 });
  expect(file.remarks.map(({ reason }) => reason)).toEqual(["twice_in_file", "reference_reused"]);
  expect(await importLines(desk, operations, method, { lines: [{ on: "2026-11-04", amount: "5.00", id: "X" }] })).toMatchObject({ imported: 0, refused: 1, remarks: [{ reason: "reference_reused" }] });
});

test("two equal payments of one day without a reference are two, also when the file comes again", async () => {
  const method = await account();
  const fees = ["1", "2"].map((ordinal): Line => ({ on: "2026-11-03", amount: "-1.00", text: "fee", ordinal }));
  expect(await importLines(desk, operations, method, { lines: fees })).toMatchObject({ imported: 2 });
  expect(await importLines(desk, operations, method, { lines: fees })).toMatchObject({ imported: 0, skipped: 2 });
});

test("importing any parts of the same lines, overlapping and in any order, imports each line once", async () => {
  const all: Line[] = Array.from({ length: 12 }, (_, n) => ({ on: `2026-11-${String(3 + (n % 4)).padStart(2, "0")}`, amount: n % 3 === 0 ? "-4.00" : "9.00", id: n % 2 === 0 ? `ID${n}` : null, text: n % 2 === 0 ? "same" : `text ${n % 6}`, ordinal: n < 6 ? "1" : "2" }));
  await fc.assert(fc.asyncProperty(fc.array(fc.subarray(all, { minLength: 1 }), { minLength: 1, maxLength: 5 }), fc.integer({ min: 1, max: 4 }), async (files, parts) => {
    const method = await account();
    let imported = 0;
    for (const lines of [...files, all]) imported += (await importLines(desk, operations, method, { lines: [...lines].reverse() }, parts)).imported;
    expect(imported).toBe(all.length);
    expect(await count(method)).toEqual({ lines: "12", sum: "5600" });
  }), { numRuns: 12 });
});

test("files without any reference that hold whole days import each line once too, equal ones counted as the reader counts them", async () => {
  const days = ["2026-11-03", "2026-11-04", "2026-11-05", "2026-11-06"];
  const ofDay = (on: string): Line[] => [{ on, amount: "-1.00", text: "fee" }, { on, amount: "5.00", text: "one" }, { on, amount: "-1.00", text: "fee" }, { on, amount: "-1.00", text: "fee" }];
  const numbered = (lines: Line[]): Line[] => countEqual(lines.map(line)).map(({ ordinal }, at) => ({ ...(lines[at] as Line), ordinal }));
  await fc.assert(fc.asyncProperty(fc.array(fc.shuffledSubarray(days, { minLength: 1 }), { minLength: 1, maxLength: 4 }), async (files) => {
    const method = await account();
    for (const file of [...files, days]) await importLines(desk, operations, method, { lines: numbered(file.flatMap(ofDay)) }, 2);
    expect(await count(method)).toEqual({ lines: "16", sum: "800" });
  }), { numRuns: 8 });
});

test("two people who import the same file at once import each line once, and every line is told to both", async () => {
  const method = await account();
  const lines: Line[] = Array.from({ length: 300 }, (_, n) => ({ on: "2026-11-05", amount: "1.00", id: `R${n}` }));
  const files = await Promise.all([0, 1, 2, 3].map((n) => importLines(desk, operations, method, { lines: n % 2 === 0 ? lines : [...lines].reverse() }, 3)));
  expect(files.reduce((sum, file) => sum + file.imported, 0)).toBe(300);
  for (const file of files) expect([file.imported + file.skipped, file.refused]).toEqual([300, 0]);
  expect(await count(method)).toEqual({ lines: "300", sum: "30000" });
});

test("the same part sent twice with one key is counted once", async () => {
  const method = await account();
  const { statement } = await desk.ask("staff_statement_begin", { token: operations.token, method, file_name: "f.csv", sha256: "cd".repeat(32), format: "csv", mapping: "{}", begins_on: null, opening: null, closings: "[]", key: randomUUID() });
  const part = { token: operations.token, statement, lines: JSON.stringify(some.map(line)), key: randomUUID() };
  const [first, second] = await Promise.all([desk.ask("staff_statement_lines", part), desk.ask("staff_statement_lines", part)]);
  expect([first, second]).toEqual([{ imported: 3, skipped: 0, refused: 0 }, { imported: 3, skipped: 0, refused: 0 }]);
  await desk.ask("staff_statement_close", { token: operations.token, statement, key: randomUUID() });
  expect((await desk.ask("staff_statement", { token: operations.token, statement })).statement).toMatchObject({ imported: 3, skipped: 0, closed: true });
  expect(await refused(desk.ask("staff_statement_lines", { ...part, key: randomUUID() }))).toBe("already_decided");
});

test("a hundred thousand lines: all counted, the first two hundred of each kind listed", async () => {
  const method = await account();
  const lines: Line[] = Array.from({ length: 100_000 }, (_, n) => ({ on: "2026-11-06", amount: n % 100 === 0 ? "0" : "0.01", id: `N${n}`, text: `payment number ${n}` }));
  const first = await importLines(desk, operations, method, { lines }, 20);
  expect([first.imported, first.skipped, first.refused, first.remarks.length]).toEqual([99_000, 0, 1000, 200]);
  const again = await importLines(desk, operations, method, { lines }, 20);
  expect([again.imported, again.skipped, again.refused, again.remarks.length]).toEqual([0, 99_000, 1000, 400]);
  expect(await count(method)).toEqual({ lines: "99000", sum: "99000" });
}, 240_000);

test("without a beginning nothing is imported; the first file's stands, one that reaches further back moves it", async () => {
  const method = await desk.method("USD", "No beginning");
  expect(await refused(importLines(desk, operations, method, { lines: some }))).toBe("invalid_input");
  await importLines(desk, operations, method, { lines: [{ on: "2026-11-10", amount: "1.00", id: "b" }], beginsOn: "2026-11-10", opening: "50.00" });
  expect(await importLines(desk, operations, method, { lines: [{ on: "2026-11-08", amount: "2.00", id: "a" }] })).toMatchObject({ refused: 1 });
  expect(await importLines(desk, operations, method, { lines: [{ on: "2026-11-08", amount: "2.00", id: "a" }], beginsOn: "2026-11-08", opening: "-48.00" })).toMatchObject({ imported: 1 });
  const [row] = await desk.sql<{ opening: string; begins: string }>("select opening, begins_on::text as begins from treasury.reconciled_accounts a join funding.methods m on m.account_id = a.account_id where m.id = $1", [method]);
  expect(row).toEqual({ opening: "-4800", begins: "2026-11-08" });
});

test("lines of another currency's decimals are read in that currency", async () => {
  const method = await account("JPY");
  expect(await importLines(desk, operations, method, { lines: [{ on: "2026-11-03", amount: "1500", id: "y" }, { on: "2026-11-03", amount: "1500.00", id: "z" }, { on: "2026-11-03", amount: "1.5", id: "w" }] })).toMatchObject({ imported: 2, refused: 1 });
});

test("what the bank said is never changed or removed", async () => {
  for (const statement of ["update treasury.statement_lines set amount = amount", "delete from treasury.statement_lines", "truncate treasury.statement_lines cascade", "delete from treasury.statements", "update treasury.stated_balances set balance = 1"]) {
    expect(await refused(desk.sql(statement))).toBe("immutable");
  }
});

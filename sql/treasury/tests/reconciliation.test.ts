/** Client money held against the bank, day by day: matched, explained, and added up (spec 2.7). */
import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import { refused, type Desk } from "../../tests/support/builders";
import { together, words } from "../../tests/support/race";
import { BankDay, on, type Person } from "./support/bank-day";
import { explain, importLines, sheetOf, submit } from "./support/statements";

let day: BankDay;
let desk: Desk;
let operations: Person;
let finance: Person;
let ann: Person;

beforeAll(async () => {
  day = await BankDay.open();
  ({ desk, operations, finance, ann } = day);
});
afterAll(() => day.close());

test("what shares a reference and an amount is matched by itself, by the member's, the transfer's and the request's reference", async () => {
  const method = await day.account([["UTR-777001", "100.00"], ["short", "50.00"]]);
  const { reference } = await day.deposit(method, "whatever", "30.00");
  const funded = await desk.ask("staff_treasury_fund", { token: operations.token, treasury: "promo", currency: "USD", amount: "12.00", method, note: null, key: randomUUID() });
  await desk.decide(finance, funded.request);
  const [asked] = await desk.sql<{ reference: string }>("select reference from approval.requests where id = $1", [funded.request]);
  await day.later();
  const file = await day.bank(method, [
    { on, amount: "100.00", id: "utr777001" }, { on, amount: "50.00", reference: "SHORT" }, { on, amount: "30.00", id: "b3", text: `PAYMENT ${reference.toLowerCase()}, thanks` }, { on, amount: "12.00", id: "b4", text: `own money ${asked?.reference}` },
  ]);
  expect(file).toMatchObject({ imported: 4, matched: 4 });
  expect(await sheetOf(desk, operations, method, on)).toMatchObject({ figures: { requirement: "192.00", bank: "192.00", difference: "0.00", matched: 4, unexplained: 0, remainder: "0.00" }, items: [] });
});

test("another amount, another method or two that fit are for a person: nothing is matched by itself", async () => {
  const method = await day.account([["REF-000001", "100.00"], ["REF-000002", "20.00"]]);
  const other = await day.account([["REF-000003", "5.00"]]);
  await day.later();
  expect(await day.bank(method, [
    { on, amount: "99.00", id: "REF-000001" }, { on, amount: "20.00", id: "x1", text: "REF-000002" }, { on, amount: "20.00", id: "x2", text: "REF-000002" }, { on, amount: "5.00", id: "REF-000003" },
  ])).toMatchObject({ imported: 4, matched: 0 });
  const open = await day.items(method);
  expect(open.filter(({ side }) => side === "bank").map(({ amount, candidates }) => [amount, candidates?.length])).toEqual(expect.arrayContaining([["99.00", undefined], ["20.00", 1], ["20.00", 1], ["5.00", undefined]]));
  expect((await day.items(other)).length).toBe(0);
});

test("a withdrawal that was sent and came back is two entries and two lines", async () => {
  const method = await day.account([["IN-0001", "500.00"]]);
  const to = await desk.destination(ann);
  await day.later("2026-11-05T12:00:00Z");
  const asked = await desk.withdraw(ann, "DEPOSIT", "40.00", to);
  await desk.decide(finance, asked.request as string);
  await desk.ask("staff_withdrawal_sent", { token: operations.token, withdrawal: asked.withdrawal, method, transaction_reference: "OUT-900", key: randomUUID() });
  await desk.ask("staff_withdrawal_returned", { token: operations.token, withdrawal: asked.withdrawal, reason: "closed", key: randomUUID() });
  await day.later("2026-11-06T12:00:00Z");
  expect(await day.bank(method, [{ on, amount: "500.00", id: "IN-0001" }, { on: "2026-11-05", amount: "-40.00", id: "OUT-900" }, { on: "2026-11-05", amount: "40.00", id: "r", text: `RETURN ${asked.reference as string}` }])).toMatchObject({ matched: 3 });
});

test("two people who match one line, or one entry, at once: one of them", async () => {
  const method = await day.account([["A-1", "10.00"], ["A-2", "10.00"], ["A-3", "10.00"]]);
  await day.later();
  await day.bank(method, [{ on, amount: "10.00", id: "l1" }, { on, amount: "10.00", id: "l2" }]);
  const open = await day.items(method);
  const lines = open.filter(({ side }) => side === "bank").map(({ item }) => item.slice(5));
  const entries = open.filter(({ side }) => side === "books").map(({ item }) => item.slice(6));
  const match = (line: string | undefined, entry: string | undefined) => () => desk.ask("staff_line_match", { token: operations.token, line, entry, key: randomUUID() });
  const oneLine = await together(match(lines[0], entries[0]), match(lines[0], entries[1]), match(lines[0], entries[2]));
  expect(words(oneLine).sort()).toEqual(["accepted", "already_matched", "already_matched"]);
  const left = (await day.items(method)).filter(({ side }) => side === "books").map(({ item }) => item.slice(6));
  expect(left).toHaveLength(2);
  const [third] = await desk.sql<{ id: string }>("insert into treasury.statement_lines (statement_id, account_id, identity, line_no, booked_on, value_on, amount, currency) select statement_id, account_id, 'third', 9, booked_on, value_on, amount, currency from treasury.statement_lines where id = $1 returning id", [lines[1]]);
  const oneEntry = await together(match(lines[1], left[0]), match(third?.id, left[0]));
  expect(words(oneEntry).sort()).toEqual(["accepted", "already_matched"]);
});

test("what is not equal never matches, whoever writes", async () => {
  const method = await day.account([["B-1", "10.00"]]);
  const other = await day.account([["B-2", "11.00"]]);
  await day.later();
  await day.bank(method, [{ on, amount: "11.00", id: "l1" }]);
  const open = await day.items(method);
  const line = open.find(({ side }) => side === "bank")?.item.slice(5);
  const entry = open.find(({ side }) => side === "books")?.item.slice(6);
  expect(await refused(desk.ask("staff_line_match", { token: operations.token, line, entry, key: randomUUID() }))).toBe("amount_differs");
  await importLines(desk, operations, other, { lines: [], beginsOn: on, opening: "0" });
  const foreign = (await day.items(other)).find(({ side }) => side === "books")?.item.slice(6);
  expect(await refused(desk.ask("staff_line_match", { token: operations.token, line, entry: foreign, key: randomUUID() }))).toBe("not_found");
  expect(await refused(desk.sql("insert into treasury.matches (line_id, account_id, journal_id, line_no, how, matched_by, matched_at) select $1, e.account_id, e.journal_id, e.line_no, 'person', 1, now() from ledger.lines e where e.journal_id = $2 and e.amount > 0", [line, entry?.split("-")[0]]))).toBe("amount_differs");
});

test("a sheet adds up: requirement, bank, what is on either side, and no difference beside", async () => {
  const method = await day.account([["C-1", "100.00"], ["C-2", "60.00"]]);
  await day.later();
  await day.bank(method, [{ on, amount: "100.00", id: "C-1" }, { on, amount: "-1.50", text: "fee" }, { on, amount: "33.00", text: "who is this" }], { closings: [{ on, balance: "131.50" }] });
  expect((await sheetOf(desk, operations, method, on)).figures).toMatchObject({ requirement: "160.00", bank: "131.50", stated: true, difference: "-28.50", matched: 1, bank_count: 2, bank_sum: "31.50", books_count: 1, books_sum: "60.00", unexplained: 3, remainder: "0.00" });
  expect(await refused(submit(desk, operations, method, on))).toBe("not_reconciled");
  const open = await day.items(method);
  expect(await refused(explain(desk, operations, method, [open[0]?.item ?? ""], "other"))).toBe("note_required");
  expect(await refused(explain(desk, operations, method, [`line:${randomUUID()}`]))).toBe("not_found");
  await explain(desk, operations, method, open.map(({ item }) => item));
  const { sheet, request } = await submit(desk, operations, method, on);
  expect([typeof sheet, typeof request]).toEqual(["string", "string"]);
  expect(await sheetOf(desk, operations, method, on)).toMatchObject({ state: "submitted", stale: false, figures: { difference: "-28.50", bank_sum: "31.50", books_sum: "60.00" } });
});

test("a line that is missing from the import leaves a remainder, which nobody can explain away", async () => {
  const method = await day.account([["D-1", "100.00"]]);
  await day.later();
  await day.bank(method, [{ on, amount: "100.00", id: "D-1" }], { closings: [{ on, balance: "93.00" }] });
  expect((await sheetOf(desk, operations, method, on)).figures).toMatchObject({ unexplained: 0, remainder: "-7.00" });
  expect(await refused(submit(desk, operations, method, on))).toBe("not_reconciled");
  await day.bank(method, [{ on, amount: "-7.00", text: "found" }]);
  await explain(desk, operations, method, (await day.items(method)).map(({ item }) => item), "bank_fee");
  expect(await submit(desk, operations, method, on)).toHaveProperty("request");
});

test("a day that is not over, one no statement reaches, and an account without statements are not submitted", async () => {
  const method = await day.account([["E-1", "5.00"]]);
  expect(await refused(submit(desk, operations, method, on))).toBe("invalid_input");
  await day.later("2026-11-06T12:00:00Z");
  expect(await refused(submit(desk, operations, method, on))).toBe("not_reconciled");
  await day.bank(method, [{ on, amount: "5.00", id: "E-1" }]);
  expect(await refused(submit(desk, operations, method, "2026-11-04"))).toBe("not_reconciled");
  expect(await submit(desk, operations, method, on)).toHaveProperty("request");
  expect(await refused(submit(desk, operations, method, on))).toBe("already_open");
});

test("money in transit is timing by itself once a later day has it", async () => {
  const method = await day.account([["F-1", "80.00"]]);
  await day.later("2026-11-05T12:00:00Z");
  await day.bank(method, [{ on: "2026-11-04", amount: "80.00", id: "F-1" }]);
  expect(await day.items(method)).toMatchObject([{ side: "books", amount: "80.00", reason: "timing", later: true }]);
  expect(await submit(desk, operations, method, on)).toHaveProperty("request");
  expect(await day.items(method, "2026-11-04")).toEqual([]);
});

test("an opening difference is explained like any other, and goes when what was in transit arrives", async () => {
  const method = await day.account([["G-1", "200.00"]]);
  await day.later("2026-11-06T12:00:00Z");
  await importLines(desk, operations, method, { lines: [{ on: "2026-11-04", amount: "1.00", text: "interest" }], beginsOn: "2026-11-04", opening: "0" });
  expect(await day.items(method, "2026-11-04")).toMatchObject([{ side: "bank", amount: "1.00" }, { side: "opening", amount: "-200.00" }]);
  await importLines(desk, operations, method, { lines: [{ on: "2026-11-05", amount: "200.00", id: "G-1" }] });
  expect((await day.items(method, "2026-11-04")).map(({ side, amount, reason }) => [side, amount, reason])).toEqual([["bank", "1.00", undefined], ["books", "200.00", "timing"]]);
  expect((await sheetOf(desk, operations, method, "2026-11-05")).figures).toMatchObject({ requirement: "200.00", bank: "201.00", opening_difference: "0.00", bank_sum: "1.00", books_sum: "0.00", remainder: "0.00" });
});

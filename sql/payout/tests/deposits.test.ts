/** Tax that is paid over to the authority: what may be, by whom, what the register and certificates say of it, and two who do it at once. */
import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import { refused } from "../../tests/support/builders";
import { tally, together, words } from "../../tests/support/race";
import { openPayouts, type Earner, type Payouts } from "./world";

let house: Payouts;
let who: Earner;
beforeAll(async () => {
  house = await openPayouts();
  await house.desk.clock("2027-03-01T10:00:00Z");
  who = await house.earner(10_000_000);
  // 500.00 of tax in the quarter.
  await house.approve((await house.ask(who, "10000.00")).request);
});
afterAll(() => house.close());

const rule = "00000000-0000-7000-8000-000000000001";
const quarter = "2027-01-01";
const body = (over: Record<string, unknown> = {}) => ({ token: house.operations.token, quarter_on: quarter, rule, currency: "INR", amount: "100.00", method: house.method, reference: `CH-${randomUUID()}`, paid_on: "2027-03-01", note: null, key: randomUUID(), ...over });
const ask = (over: Record<string, unknown> = {}) => house.desk.ask("staff_tax_deposit", body(over)) as Promise<{ request: string }>;
const register = async (on = quarter) => house.desk.ask("staff_tax_register", { token: house.operations.token, on });
const sums = async () => ((await register()).sums as { tax: string; deposited: string; left: string; rule: string; code: string | null }[])[0];

test("what does not fit is refused at its field and changes nothing", async () => {
  const refusals: [Record<string, unknown>, string][] = [
    [{ quarter_on: "2027-02-01" }, "invalid_input"], [{ quarter_on: null }, "invalid_input"], [{ rule: randomUUID() }, "not_found"], [{ method: randomUUID() }, "not_found"],
    [{ currency: "USD" }, "currency_mismatch"], [{ reference: " " }, "invalid_input"], [{ paid_on: null }, "invalid_input"], [{ paid_on: "2026-12-31" }, "invalid_input"], [{ paid_on: "2027-03-02" }, "invalid_input"],
    [{ amount: "500.01" }, "exceeds_tax"], [{ amount: "0" }, "invalid_amount"], [{ paid_on: "2027-02-28" }, "exceeds_tax"], [{ quarter_on: "2026-10-01" }, "exceeds_tax"], [{ rule: "00000000-0000-7000-8000-000000000003" }, "exceeds_tax"],
    [{ token: house.finance.token }, "not_permitted"],
  ];
  for (const [over, code] of refusals) expect([over, await refused(ask(over))]).toEqual([over, code]);
  expect(await sums()).toMatchObject({ tax: "500.00", deposited: "0.00", left: "500.00", rule, code: null });
  expect(await house.desk.sql("select id from approval.requests where kind = 'tax_deposit'")).toEqual([]);
});

test("one key is one request; a reference stands once, also while it waits", async () => {
  const first = body({ reference: "CH-1", amount: "200.00" });
  const { request } = await house.desk.ask("staff_tax_deposit", first);
  expect(await house.desk.ask("staff_tax_deposit", first)).toEqual({ request });
  expect(await refused(house.desk.ask("staff_tax_deposit", { ...first, amount: "201.00" }))).toBe("key_reuse");
  expect(await refused(ask({ reference: "CH-1" }))).toBe("reference_taken");
  expect((await register()).waiting).toMatchObject([{ request, reference: "CH-1", amount: "200.00" }]);
  expect(await refused(house.desk.decide(house.operations, request as string))).toBe("not_permitted");
  await house.desk.decide(house.finance, request as string);
  expect(await sums()).toMatchObject({ tax: "500.00", deposited: "200.00", left: "300.00" });
  expect(await register()).toMatchObject({ waiting: [], deposits: [{ request, reference: "CH-1", paid_on: "2027-03-01", amount: "200.00", currency: "INR", regime: "SEED", code: null }], payable: [{ currency: "INR", amount: "300.00" }] });
  expect(await refused(ask({ reference: "CH-1" }))).toBe("reference_taken");
  const [journal] = await house.desk.sql<{ kind: string; value_on: string; lines: string }>(
    "select j.kind, j.value_on::text, string_agg(a.kind || ' ' || l.amount, ', ' order by l.line_no) as lines from ledger.journals j join ledger.lines l on l.journal_id = j.id join ledger.accounts a on a.id = l.account_id where j.cause = $1 group by j.id", [request]);
  expect(journal).toMatchObject({ kind: "tax_payment", value_on: "2027-03-01" });
  expect(journal?.lines).toMatch(/^tax_payable 20000, bank:client:\S+ -20000$/);
});

test("of two deposits of the same rest one is booked, however close together they are approved", async () => {
  const requests = await Promise.all(["CH-2", "CH-3"].map(async (reference) => (await ask({ reference, amount: "300.00" })).request));
  const outcomes = await together(() => house.desk.decide(house.finance, requests[0] ?? ""), () => house.desk.decide(house.second, requests[1] ?? ""));
  expect(tally(words(outcomes))).toEqual({ accepted: 1, exceeds_tax: 1 });
  expect(await sums()).toMatchObject({ deposited: "500.00", left: "0.00" });
});

test("what was paid over can no longer be reversed, and what was not still can", async () => {
  const other = await house.earner(10_000_000);
  const { payout, request } = await house.ask(other, "1000.00");
  await house.approve(request);
  const deposit = (await ask({ amount: "50.00", reference: "CH-4" })).request;
  const outcomes = await together(() => house.desk.decide(house.finance, deposit), () => house.reverse(payout));
  expect([["accepted", "tax_deposited"], ["exceeds_tax", "accepted"]]).toContainEqual(words(outcomes));
  const free = await house.ask(other, "100.00");
  await house.approve(free.request);
  await house.reverse(free.payout);
  expect(await refused(ask({ amount: "50.01" }))).toBe("exceeds_tax");
});

test("a certificate says what was withheld day by day and with which payments it was paid over; of another's quarter there is none", async () => {
  const certificate = await house.desk.ask("member_tax_certificate", { token: who.token, on: "2027-02-14" });
  expect(certificate).toMatchObject({
    from_on: quarter, until_on: "2027-03-31", over: false, pan: null, member: { name: expect.any(String) as string },
    parts: [{ currency: "INR", regime: "SEED", code: null, gross: "10000.00", tax: "500.00", rows: [{ on: "2027-03-01", source: "payout", count: 1, rate: "5", gross: "10000.00", tax: "500.00" }] }],
  });
  const references = (certificate.parts as { deposits: { reference: string }[] }[])[0]?.deposits.map(({ reference }) => reference) ?? [];
  expect(references).toContain("CH-1");
  const [{ id } = { id: "" }] = await house.desk.sql<{ id: string }>("select public_id as id from identity.members where id = $1", [who.key]);
  expect(await house.desk.ask("staff_tax_certificate", { token: house.finance.token, member: id, on: quarter })).toMatchObject({ parts: certificate.parts as object });
  for (const on of [null, "2026-12-31", "1999-01-01"]) expect(await refused(house.desk.ask("member_tax_certificate", { token: who.token, on }))).toBe("not_found");
  expect(await refused(house.desk.ask("staff_tax_certificate", { token: house.finance.token, member: randomUUID(), on: quarter }))).toBe("not_found");
  const nobody = await house.earner(0);
  expect(await refused(house.desk.ask("member_tax_certificate", { token: nobody.token, on: quarter }))).toBe("not_found");
});

test("after all of it the books are true", async () => {
  expect(await house.wrong()).toEqual([]);
});

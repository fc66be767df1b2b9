/**
 * Journals that staff write or reverse by hand (spec 2.6, 7.1): only what stands for itself, always two people, never money that members
 * are owed; every refusal at its field and without a trace.
 */
import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import { openDesk, refusalOf, type Desk } from "./support/builders";
import { testDatabase, type TestDatabase } from "./support/database";

let database: TestDatabase;
let desk: Desk;
let operations: Awaited<ReturnType<Desk["staff"]>>;
let finance: typeof operations;
let second: typeof operations;
let ann: Awaited<ReturnType<Desk["member"]>>;
let method: string;
let bank: string;
let today: string;

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database);
  [operations, finance, second] = [await desk.staff("operations"), await desk.staff("finance"), await desk.staff("finance")];
  ann = await desk.member("ann");
  method = await desk.method();
  bank = (await desk.sql<{ kind: string }>("select a.kind from funding.methods m join ledger.accounts a on a.id = m.account_id where m.id = $1", [method]))[0]?.kind ?? "";
  await desk.deposit(ann, "500.00", method, finance);
  today = (await desk.sql<{ on: string }>("select core.business_date(core.business_now(), core.setting('timezone'))::text as on"))[0]?.on ?? "";
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});

type Line = { account: string; debit?: string; credit?: string };
const line = ({ account, debit = "", credit = "" }: Line) => ({ account, debit, credit });
const ask = (lines: Line[], more: Record<string, unknown> = {}) =>
  desk.ask("staff_journal_ask", { token: operations.token, kind: "adjustment", currency: "USD", value_on: today, member: null, lines: JSON.stringify(lines.map(line)), reason: "A correction", key: randomUUID(), ...more });
const approved = async (request: string) => {
  await desk.decide(finance, request);
  return desk.decide(second, request);
};
const balance = async (account: string, member: string | null = null): Promise<string> =>
  (await desk.sql<{ balance: string }>("select coalesce(sum(b.balance), 0)::text as balance from ledger.balances b left join identity.members m on m.id = b.member_id where b.kind = $1 and b.currency = 'USD' and m.public_id is not distinct from $2", [account, member]))[0]?.balance ?? "";
const count = async (): Promise<string> => (await desk.sql<{ n: string }>("select (select count(*) from ledger.journals) || ' ' || (select count(*) from approval.requests) as n"))[0]?.n ?? "";

test("what came without a name waits in suspense, and is given to its member by two people", async () => {
  const received = await ask([{ account: bank, debit: "80.00" }, { account: "suspense", credit: "80.00" }], { kind: "suspense" });
  expect(await balance("suspense")).toBe("0");
  await desk.decide(finance, received.request);
  expect(await balance("suspense"), "one person is not enough, however small").toBe("0");
  await desk.decide(second, received.request);
  expect(await balance("suspense")).toBe("8000");
  const given = await ask([{ account: "suspense", debit: "80.00" }, { account: "DEPOSIT", credit: "80.00" }], { kind: "suspense", member: ann.id });
  const before = BigInt(await balance("DEPOSIT", ann.id));
  await approved(given.request);
  expect(await balance("suspense")).toBe("0");
  expect(BigInt(await balance("DEPOSIT", ann.id)) - before).toBe(8000n);
});

test("capital is deployed, loses, and comes back", async () => {
  await approved((await ask([{ account: "deployed_capital", debit: "100.00" }, { account: bank, credit: "100.00" }], { kind: "deployment" })).request);
  await approved((await ask([{ account: "equity:operator", debit: "30.00" }, { account: "deployed_capital", credit: "30.00" }], { kind: "deployment_result" })).request);
  expect(await balance("deployed_capital")).toBe("7000");
  await approved((await ask([{ account: bank, debit: "70.00" }, { account: "deployed_capital", credit: "70.00" }], { kind: "deployment" })).request);
  expect(await balance("deployed_capital")).toBe("0");
});

test("a journal is reversed once, by two people, and its page says so", async () => {
  const { request } = await ask([{ account: "bank:operator", debit: "12.00" }, { account: "equity:operator", credit: "12.00" }]);
  await approved(request);
  const number = (await desk.sql<{ id: string }>("select id::text from ledger.journals where cause = $1", [request]))[0]?.id ?? "";
  const page = () => desk.ask("staff_journal", { token: finance.token, number });
  expect(await page()).toMatchObject({ journal: { kind: "adjustment", request: { id: request }, amounts: [{ amount: "12.00", currency: "USD" }] }, why_not: null, open_request: null });
  const reversal = await desk.ask("staff_journal_reverse", { token: operations.token, number, reason: "Wrong bank", key: randomUUID() });
  expect(await page()).toMatchObject({ open_request: reversal.request });
  await expect(desk.ask("staff_journal_reverse", { token: operations.token, number, reason: "Wrong bank", key: randomUUID() })).rejects.toSatisfy((error) => refusalOf(error)?.code === "already_open");
  await approved(reversal.request);
  expect(await page()).toMatchObject({ why_not: "reversed", open_request: null });
  await expect(desk.ask("staff_journal_reverse", { token: operations.token, number, reason: "Again", key: randomUUID() })).rejects.toSatisfy((error) => refusalOf(error)?.code === "not_reversible");
  const found = await desk.ask("staff_journals", { token: finance.token, search: number });
  expect(found).toMatchObject({ items: [{ number, reversed_by: expect.stringMatching(/^\d+$/) as string }], next: null });
});

test("neither the maker nor somebody linked to the member decides", async () => {
  const { request } = await ask([{ account: "bank:operator", credit: "1.00" }, { account: bank, debit: "2.00" }, { account: "INTEREST", credit: "1.00" }], { member: ann.id });
  const linked = await desk.staff("finance");
  await desk.sql("update identity.staff set member_id = (select id from identity.members where public_id = $1) where email = $2", [ann.id, linked.email]);
  await expect(desk.decide(linked, request)).rejects.toSatisfy((error) => refusalOf(error)?.code === "same_person");
  const maker = await desk.ask("staff_journal_ask", { token: finance.token, kind: "adjustment", currency: "USD", value_on: today, member: null, lines: JSON.stringify([line({ account: "bank:operator", debit: "1.00" }), line({ account: "equity:operator", credit: "1.00" })]), reason: "Mine", key: randomUUID() });
  await expect(desk.decide(finance, maker.request)).rejects.toSatisfy((error) => refusalOf(error)?.code === "same_person");
});

const good: Line[] = [{ account: "bank:operator", debit: "5.00" }, { account: "equity:operator", credit: "5.00" }];
const refused: Record<string, readonly [() => Promise<unknown>, code: string, field: string | null]> = {
  "one that does not balance": [() => ask([{ account: "bank:operator", debit: "5.00" }, { account: "equity:operator", credit: "4.99" }]), "journal_unbalanced", "debit_1"],
  "one line": [() => ask(good.slice(0, 1)), "invalid_input", "account_1"],
  "no reason": [() => ask(good, { reason: "  " }), "note_required", "reason"],
  "both sides on one line": [() => ask([{ account: "bank:operator", debit: "5.00", credit: "5.00" }, ...good]), "invalid_amount", "debit_1"],
  "no amount": [() => ask([...good, { account: "suspense" }]), "invalid_amount", "debit_3"],
  "an amount of zero": [() => ask([...good, { account: "suspense", credit: "0" }]), "invalid_amount", "credit_3"],
  "half a cent": [() => ask([...good, { account: "suspense", credit: "0.005" }]), "invalid_amount", "credit_3"],
  "a treasury": [() => ask([{ account: "treasury:returns", debit: "5.00" }, { account: "INTEREST", credit: "5.00" }], { member: ann.id }), "invalid_input", "account_1"],
  "money that runs in a contract": [() => ask([{ account: "INVESTED", debit: "5.00" }, { account: "DEPOSIT", credit: "5.00" }], { member: ann.id }), "invalid_input", "account_1"],
  "tax that waits for the authority": [() => ask([{ account: "tax_payable", debit: "5.00" }, { account: "equity:operator", credit: "5.00" }]), "invalid_input", "account_1"],
  "a bank of nobody": [() => ask([{ account: "bank:client:none", debit: "5.00" }, { account: "suspense", credit: "5.00" }]), "invalid_input", "account_1"],
  "a wallet of nobody": [() => ask([{ account: "bank:operator", debit: "5.00" }, { account: "DEPOSIT", credit: "5.00" }]), "not_found", "member"],
  "an unknown member": [() => ask(good, { member: randomUUID() }), "not_found", "member"],
  "a credit to a member out of nothing": [() => ask([{ account: "equity:operator", debit: "5.00" }, { account: "DEPOSIT", credit: "5.00" }], { member: ann.id }), "client_money_short", "debit_1"],
  "client money to the operator": [() => ask([{ account: "bank:operator", debit: "5.00" }, { account: bank, credit: "5.00" }]), "client_money_short", "debit_1"],
  "an account that another kind moves": [() => ask(good, { kind: "deployment" }), "invalid_input", "account_1"],
  "an unknown kind": [() => ask(good, { kind: "deposit" }), "invalid_input", "kind"],
  "an unknown currency": [() => ask(good, { currency: "XXX" }), "invalid_input", "currency"],
  "a day to come": [() => ask(good, { value_on: "2999-01-01" }), "invalid_input", "value_on"],
  "a day long ago": [() => ask(good, { value_on: "2001-01-01" }), "invalid_input", "value_on"],
  "somebody who may not": [async () => ask(good, { token: (await desk.staff("support")).token }), "not_permitted", null],
  "the reversal of a deposit": [async () => desk.ask("staff_journal_reverse", { token: operations.token, number: (await desk.sql<{ id: string }>("select min(id)::text as id from ledger.journals where kind = 'deposit'"))[0]?.id, reason: "No", key: randomUUID() }), "not_reversible", null],
  "the reversal of nothing": [() => desk.ask("staff_journal_reverse", { token: operations.token, number: "999999999", reason: "No", key: randomUUID() }), "not_found", null],
  "a reversal without a reason": [() => desk.ask("staff_journal_reverse", { token: operations.token, number: "1", reason: "", key: randomUUID() }), "note_required", "reason"],
  "reversed days": [() => desk.ask("staff_journals", { token: finance.token, from: "2027-02-02", until: "2027-02-01" }), "invalid_input", "until"],
};

test.each(Object.keys(refused))("refused, and nothing changed: %s", async (name) => {
  const [call, code, field] = refused[name] as (typeof refused)[string];
  const before = await count();
  const answer = await call().then(() => null, (error: unknown) => refusalOf(error));
  expect(answer).toMatchObject({ code, field });
  expect(await count()).toBe(before);
});

test("the same request twice is one", async () => {
  const key = randomUUID();
  const [one, other] = [await ask(good, { key }), await ask(good, { key })];
  expect(other).toEqual(one);
  await expect(ask(good, { key, reason: "Another" })).rejects.toSatisfy((error) => refusalOf(error)?.code === "key_reuse");
});

test("journals are found by kind, account and day", async () => {
  const list = async (filter: Record<string, unknown>) => (await desk.ask("staff_journals", { token: finance.token, ...filter })).items as { number: string; kind: string }[];
  const all = await list({ limit: 100 });
  expect(all.map(({ number }) => BigInt(number))).toEqual(all.map(({ number }) => BigInt(number)).sort((a, b) => (a < b ? 1 : -1)));
  expect((await list({ kind: "suspense" })).every(({ kind }) => kind === "suspense")).toBe(true);
  expect(await list({ kind: "suspense" })).toHaveLength(2);
  const account = (await desk.sql<{ id: string }>("select id::text from ledger.accounts where kind = 'suspense'"))[0]?.id;
  expect((await list({ account })).map(({ number }) => number)).toEqual((await list({ kind: "suspense" })).map(({ number }) => number));
  expect(await list({ until: "2001-01-01" })).toEqual([]);
  const pages: string[] = [];
  for (let cursor: string | null = null, n = 0; n < 50; n += 1) {
    const page = await desk.ask("staff_journals", { token: finance.token, cursor, limit: 3 });
    pages.push(...(page.items as { number: string }[]).map(({ number }) => number));
    cursor = page.next as string | null;
    if (cursor === null) break;
  }
  expect(pages).toEqual(all.map(({ number }) => number));
});

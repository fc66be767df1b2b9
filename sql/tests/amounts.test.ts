/** No bad amount enters (spec 2.1; spec 8 row 17): the whole list at every amount argument of every desk function, found in the catalogue. */
import { randomUUID } from "node:crypto";

import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";

import { openDesk, refusalOf, type Desk } from "./support/builders";
import { deskFunctions, type DeskFunction } from "./support/catalogue";
import { contents } from "./support/contents";
import { testDatabase, type TestDatabase } from "./support/database";
import { plausible } from "./support/plausible";

const bad = [
  "-1", "-0", "-0.01", "+5", "0", "0.00", "00", "01", "007.50", ".5", "5.", ".", "", " ", " 5 ", "5 ", " 5", "5\n", "\t5", "5\r\n", "\u00a05", "5\u200b",
  "NaN", "nan", "Infinity", "-Infinity", "inf", "1e309", "1e3", "1E3", "1e-2", "10^400", "0x10", "0b1", "0o7", "1_000", "1 000", "1,234.5", "12,34", "1.234,5", "1'000", "1.2.3", "5-", "--5", "5..0",
  "١٢", "１２", "१२", "五", "½", "²", "5٫50", "5.001", "0.001", "90000000000000.01", "90000000000001", "99999999999999999999", "1" + "0".repeat(400), "9".repeat(100_000), "$5", "5 USD", "USD5", "€5", "5%",
  "null", "undefined", "true", "[]", "{}", "1;drop table ledger.lines", "1' or '1'='1", "1--", "1/1", "1+1", "1*1", "5\\", "\\x35", "%35",
];

const amountNames = /^(amount|minimum|maximum|received|fee|total|limit|price)$/;

let database: TestDatabase;
let desk: Desk;
let functions: DeskFunction[];
/** What each function needs besides, so that only the amount can be wrong. */
const context: Record<string, Record<string, unknown>> = {};
let tokens: { member: string; operations: string; finance: string };

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database, 4);
  functions = (await deskFunctions(desk.owner)).filter(({ args }) => args.some(({ name, type }) => type === "text" && amountNames.test(name)));
  const [finance, operations, ann] = [await desk.staff("finance"), await desk.staff("operations"), await desk.member("ann")];
  tokens = { member: ann.token, operations: operations.token, finance: finance.token };
  const [method, second] = [await desk.method(), await desk.method("USD", "Second")];
  const plan = await desk.plan(operations, finance);
  await desk.set({ destination_cooling_hours: "0" });
  await desk.deposit(ann, "1000.00", method, finance);
  await desk.sql("select ledger.post('adjustment', '2027-03-01', null, null, array[(ledger.operator_account('bank:operator', 'USD'), 100000, null)::ledger.line, (ledger.wallet((select id from identity.members where email = $1), 'INTEREST', 'USD'), -100000, null)::ledger.line])", [ann.email]);
  const destination = await desk.destination(ann);
  const { request } = await desk.ask("member_deposit_submit", { token: ann.token, method, reference: null, amount: "5.00", transaction_reference: "open", file: null, key: randomUUID() });
  const { vehicle } = await desk.ask("staff_vehicle_save", { token: operations.token, vehicle: null, name: "Car", price: "9000.00", currency: "USD", active: true, picture: null, key: randomUUID() });
  const { booking } = await desk.ask("member_book", { token: ann.token, vehicle, price: "9000.00", parts: null, day: null, key: randomUUID() });
  Object.assign(context, {
    member_book: { vehicle, parts: null, day: null }, member_booking_pay: { booking }, staff_vehicle_save: { vehicle: null, name: "Other" },
    public_quote: { plan }, member_quote: { plan }, member_invest: { plan, version: null }, member_deposit_check: { method }, member_deposit_submit: { method },
    member_withdrawal_check: { destination }, member_withdraw: { destination }, staff_decide: { request, payload_hash: null, decision: "approve" },
    staff_plan_version_add: { plan }, staff_treasury_fund: { method }, staff_treasury_return: { method }, staff_bank_transfer: { from: method, to: second }, staff_tax_deposit: { quarter_on: "2027-01-01", rule: "00000000-0000-7000-8000-000000000001", method, reference: randomUUID(), paid_on: "2027-01-01" }, staff_method_save: { method: null, name: "Third" },
  });
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});

const tokenOf = ({ name, audience }: DeskFunction): string | undefined => (audience === "member" ? tokens.member : name === "staff_decide" ? tokens.finance : audience === "staff" ? tokens.operations : undefined);

async function outcome(one: DeskFunction, given: Record<string, unknown>): Promise<string> {
  try {
    await desk.ask(one.name, plausible(one, { transaction_reference: randomUUID(), ...context[one.name], token: tokenOf(one), ...given }));
    return "accepted";
  } catch (error) {
    const refusal = refusalOf(error);
    return refusal ? `${refusal.code} at ${refusal.field ?? "nothing"}` : `failed: ${String(error)}`;
  }
}

test("there are amounts to attack, each as text: no argument takes a number where money is meant", async () => {
  expect(functions.flatMap(({ name, args }) => args.filter((arg) => amountNames.test(arg.name) && arg.type === "text").map((arg) => `${name}.${arg.name}`))).toEqual(expect.arrayContaining([
    "member_deposit_check.amount", "member_deposit_submit.amount", "member_invest.amount", "member_quote.amount", "member_transfer.amount", "member_transfer_check.amount", "member_withdraw.amount", "member_withdrawal_check.amount",
    "public_quote.amount", "staff_bank_transfer.amount", "staff_decide.received", "staff_method_save.minimum", "staff_plan_create.maximum", "staff_plan_create.minimum", "staff_plan_version_add.maximum", "staff_plan_version_add.minimum", "staff_tax_deposit.amount", "staff_treasury_fund.amount", "staff_treasury_return.amount",
  ]));
  const numbers = (await deskFunctions(desk.owner)).flatMap(({ name, args }) => args.filter((arg) => amountNames.test(arg.name) && arg.type !== "text" && !(arg.name === "limit" && arg.type === "integer")).map((arg) => `${name}.${arg.name} ${arg.type}`));
  expect(numbers).toEqual([]);
});

test("the list at every amount argument: none accepted, each refused at its field, nothing written", async () => {
  const before = await contents(desk);
  const wrong: string[] = [];
  let tried = 0;
  for (const one of functions) {
    for (const { name } of one.args.filter((arg) => arg.type === "text" && amountNames.test(arg.name))) {
      // An optional amount that is left empty is not given, as a form sends it.
      const optional = ["staff_decide.received", "staff_method_save.minimum"].includes(`${one.name}.${name}`);
      const list: (string | null)[] = optional ? bad.filter((text) => text !== "") : [...bad, null];
      const outcomes = await Promise.all(list.map((text) => outcome(one, { [name]: text })));
      tried += list.length;
      wrong.push(...outcomes.map((got, at) => `${one.name}.${name} ${JSON.stringify(list[at])?.slice(0, 40)}: ${got}`).filter((_, at) => outcomes[at] !== `invalid_amount at ${name}`));
    }
  }
  expect(wrong).toEqual([]);
  expect(tried).toBeGreaterThan(1_300);
  expect(await contents(desk)).toEqual(before);
  // Thousands of calls: more with every function, and a busy machine takes its time.
}, 240_000);

test("with a good amount in the same place each of them is accepted, or refused for a reason that is not its form", async () => {
  for (const one of functions) {
    const got = await outcome(one, {});
    expect([one.name, got]).toEqual([one.name, expect.not.stringMatching(/invalid_amount|failed/)]);
  }
});

/** Minor units of each text, or null where it is refused as no amount. */
async function parse(texts: string[], currency: string): Promise<(string | null)[]> {
  const client = await desk.owner.connect();
  await client.query(`create or replace function pg_temp.try_parse(p_text text, p_currency text) returns text language plpgsql as $$
    begin return core.parse_amount(p_text, p_currency)::text; exception when sqlstate 'CF007' then return null; end $$`);
  const { rows } = await client.query<{ minor: string | null }>("select pg_temp.try_parse(t, $2) as minor from unnest($1::text[]) with ordinality x (t, n) order by n", [texts, currency]);
  client.release();
  return rows.map(({ minor }) => minor);
}

/** Page 2.1 in other words: digits without leading zeros, at most `exponent` decimals, above zero, at most the cap. */
function model(text: string, exponent: number): string | null {
  const [whole = "", decimals, ...more] = text.split(".");
  const digits = (part: string) => part.length > 0 && [...part].every((letter) => "0123456789".includes(letter));
  if (more.length > 0 || !digits(whole) || (whole.length > 1 && whole.startsWith("0")) || (decimals !== undefined && (!digits(decimals) || decimals.length > exponent)) || text.length > 30) return null;
  const minor = BigInt(whole + (decimals ?? "").padEnd(exponent, "0"));
  return minor > 0n && minor <= 9_000_000_000_000_000n ? String(minor) : null;
}

test.each([["JPY", 0], ["USD", 2], ["USDT", 6], ["BTC", 8]])("%s: what is accepted is exactly what the rule says, and is read exactly", async (currency, exponent) => {
  const letters = fc.constantFrom(..."0123456789012345678901234567890123456789....,-+eE xX_٣５");
  const texts = fc.sample(fc.oneof(
    fc.array(letters, { maxLength: 22 }).map((list) => list.join("")),
    fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 17n }), fc.stringMatching(/^[0-9]{0,9}$/)).map(([whole, part]) => (part ? `${whole}.${part}` : String(whole))),
  ), { numRuns: 500, seed: 11 });
  texts.push("0.00000001", "90000000", "90000000.00000001", "90000000000000", "90000000000000.00", "9000000000000000", "9000000000000001", "1.0", "1");
  expect(await parse(texts, currency)).toEqual(texts.map((text) => model(text, exponent)));
});

test("every accepted amount is written back as it was meant", async () => {
  const cases = fc.sample(fc.tuple(fc.bigInt({ min: -9_000_000_000_000_000n, max: 9_000_000_000_000_000n }), fc.constantFrom(["JPY", 0] as const, ["USD", 2] as const, ["USDT", 6] as const, ["BTC", 8] as const)), { numRuns: 300, seed: 5 });
  const rows = await desk.sql<{ text: string }>("select core.format_amount(m, c) as text from unnest($1::bigint[], $2::text[]) with ordinality x (m, c, n) order by n", [cases.map(([minor]) => String(minor)), cases.map(([, [currency]]) => currency)]);
  expect(rows.map(({ text }) => text)).toEqual(cases.map(([minor, [, exponent]]) => {
    const digits = String(minor < 0n ? -minor : minor).padStart(exponent + 1, "0");
    return `${minor < 0n ? "-" : ""}${exponent === 0 ? digits : `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`}`;
  }));
});

test("rates and durations of a plan are as strict, and a projection beyond the largest amount is refused when the plan is drafted", async () => {
  const create = functions.find(({ name }) => name === "staff_plan_create");
  if (!create) throw new Error("no staff_plan_create");
  for (const text of ["-1", "0", "", " 0.1", "1e-3", "NaN", "0.000000001", "101", "0,1", "١", "00.1", ".1", null]) expect(await outcome(create, { daily_rate: text })).toBe("invalid_input at daily_rate");
  for (const text of ["-1", "", " 3", "1e1", "NaN", "3.00001", "101", "3,0", null]) expect(await outcome(create, { referral_rate: text })).toBe("invalid_input at referral_rate");
  for (const duration of [0, -1, 36_501, null]) expect(await outcome(create, { duration })).toBe("invalid_input at duration");
  for (const unit of ["YEARS", "days", "", null]) expect(await outcome(create, { unit })).toBe("invalid_input at unit");
  expect(await outcome(create, { minimum: "100.01", maximum: "100.00" })).toBe("invalid_input at maximum");
  expect(await outcome(create, { daily_rate: "100", duration: 36_500, maximum: "90000000000000.00" })).toBe("invalid_input at maximum");
  expect(await outcome(create, { daily_rate: "100", duration: 36_500, maximum: "1000000000.00" })).toBe("accepted");
});

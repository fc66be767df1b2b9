/** Setting up a company (spec 7.5): everything or nothing, once, on a database of its own. */
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";

import { applySetup } from "../../tools/setup/apply";
import { readSetup, type Setup } from "../../tools/setup/shape";
import { testDatabase, type TestDatabase } from "./support/database";

let database: TestDatabase;
let db: pg.Client;

beforeEach(async () => {
  database = await testDatabase();
  db = new pg.Client({ connectionString: database.url("postgres") });
  await db.connect();
});
afterEach(async () => {
  await db.end();
  await database.drop();
});

function setupOf(change: Partial<Setup> = {}): Setup {
  const read = readSetup({
    company: { name: "Harbour", support_email: "help@harbour.example", grievance_officer: "Ida Berg", grievance_email: "ida@harbour.example", timezone: "Europe/Madrid", currency: "EUR" },
    staff: [{ email: "ada@harbour.example", name: "Ada", role: "admin" }, { email: "fin@harbour.example", name: "Fin", role: "finance" }, { email: "gil@harbour.example", name: "Gil", role: "finance" }],
    methods: [{ type: "BANK", name: "Transfer", currency: "EUR", minimum: "10.00", account_name: "Harbour", account_number: "ES12", bank_name: "Bank" }],
    settings: { two_person_above: "2500" },
  });
  if ("faults" in read) throw new Error(JSON.stringify(read.faults));
  return { ...read.setup, ...change };
}
const apply = (setup: Setup, only?: "check" | "write") => applySetup(database.url("postgres"), setup, only);
const one = async (text: string): Promise<unknown> => Object.values((await db.query<Record<string, unknown>>(text)).rows[0] ?? {})[0];
const untouched = async () => expect(await one("select (select count(*) from identity.staff) + (select count(*) from funding.methods) + (select count(*) from core.setting_versions) + (select count(*) from audit.log)")).toBe("0");

test("a company is made with its people at work, its rules with a history, its account and an entry of the log", async () => {
  expect(await apply(setupOf())).toMatchObject({ faults: [], refused: null, staff: 3, methods: 1 });
  expect((await db.query("select name, role, active from identity.staff order by id")).rows).toEqual([{ name: "Ada", role: "admin", active: true }, { name: "Fin", role: "finance", active: true }, { name: "Gil", role: "finance", active: true }]);
  expect((await db.query("select key, value from core.settings where key in ('company', 'timezone', 'currency', 'two_person_above') order by key")).rows).toEqual([{ key: "company", value: "Harbour" }, { key: "currency", value: "EUR" }, { key: "timezone", value: "Europe/Madrid" }, { key: "two_person_above", value: "2500" }]);
  expect(await one("select count(*) from core.setting_versions v join identity.staff s on s.id = v.changed_by where s.name = 'Ada' and v.reason = 'Set up'")).not.toBe("0");
  expect(await one("select minimum from funding.methods")).toBe("1000");
  expect(await one("select action from audit.log")).toBe("set_up");
});

test("it is done once", async () => {
  await apply(setupOf());
  expect(await apply(setupOf())).toMatchObject({ refused: expect.stringContaining("set up already") as string, staff: 0 });
  expect(await one("select count(*) from identity.staff")).toBe("3");
});

test("two at once make one company", async () => {
  const made = await Promise.all([apply(setupOf()), apply(setupOf({ staff: setupOf().staff.map((person) => ({ ...person, email: `b-${person.email}` })) }))]);
  expect(made.map(({ refused }) => refused === null).sort()).toEqual([false, true]);
  expect(await one("select count(*) from identity.staff")).toBe("3");
});

test("a demonstration and a database with members are refused", async () => {
  await db.query("update core.clock set sandbox = true");
  expect(await apply(setupOf())).toMatchObject({ refused: expect.stringContaining("demonstration") as string });
  await db.query("update core.clock set sandbox = false");
  await db.query("insert into identity.members (email, first_name, last_name, referral_code, terms_version, terms_accepted_at, joined_at) values ('m@example.test', 'M', 'T', 'MMMMMMMM', '1', now(), now())");
  expect(await apply(setupOf())).toMatchObject({ refused: expect.stringContaining("members") as string });
  await untouched();
});

test("to check changes nothing", async () => {
  expect(await apply(setupOf(), "check")).toMatchObject({ faults: [], staff: 3, methods: 1 });
  await untouched();
});

test("all that the database refuses is named with its path, and nothing of it stays", async () => {
  const { company, methods } = setupOf();
  const made = await apply(setupOf({
    company: { ...company, currency: "XXX" },
    settings: { financial_year_month: "13", no_such: "1", require_kyc: "perhaps", sign_on_bonus: "much" },
    methods: [...methods, ...methods.map((method) => ({ ...method, currency: "JPY", name: "Yen", minimum: "0.5" })), ...methods.map((method) => ({ ...method, name: "Other", currency: "ZZZ" }))],
  }));
  expect(made.faults.map(({ path }) => path)).toEqual(["company.currency", "settings.financial_year_month", "settings.no_such", "settings.require_kyc", "settings.sign_on_bonus", "methods.1.minimum", "methods.2.currency"]);
  expect(made.faults[1]?.message).toBe("must be from 1 to 12");
  await untouched();
});

test("people who could not run a company are refused by the database too", async () => {
  const { staff } = setupOf();
  expect((await apply(setupOf({ staff: staff.slice(0, 2) }))).faults).toEqual([{ path: "staff", message: "is refused (too_few_approvers)" }]);
  expect((await apply(setupOf({ staff: staff.map((person) => ({ ...person, role: "finance" as const })) }))).faults).toEqual([{ path: "staff", message: "is refused (nobody_gives_roles)" }]);
  await untouched();
});

/** The chart of accounts comes to what the trial balance and the lines come to, and says of each account who may write it by hand (spec 7.1). */
import { afterAll, beforeAll, expect, test } from "vitest";

import { openDesk, refused, type Desk } from "./support/builders";
import { testDatabase, type TestDatabase } from "./support/database";

type Account = { name: string; currency: string; of: string; account: string | null; accounts: number; by_hand: string[]; balance: string; debit: string; credit: string; lines: number };

let database: TestDatabase;
let desk: Desk;
let finance: { token: string };
let ann: { token: string };

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database, 4);
  await desk.clock("2027-02-01T10:00:00Z");
  finance = await desk.staff("finance");
  ann = await desk.member("ann");
  await desk.deposit(ann, "100.00", await desk.method(), finance);
  await desk.job("worker_snapshot").catch(() => undefined);
  await desk.clock("2027-02-03T10:00:00Z");
  await desk.deposit(await desk.member("bo"), "50.00", await desk.method("USD", "Second"), finance);
  await desk.deposit(ann, "7.00", await desk.method("EUR"), finance);
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});

const chart = async (from: string | null = null, until: string | null = null) => (await desk.ask("staff_accounts", { token: finance.token, from, until })).accounts as Account[];
const find = (accounts: Account[], name: string, currency = "USD") => accounts.find((one) => one.name === name && one.currency === currency);

test("what stands on the accounts is what the trial balance says, and every line is counted", async () => {
  const accounts = await chart();
  const { accounts: trial } = (await desk.ask("staff_trial_balance", { token: finance.token })) as unknown as { accounts: Account[] };
  expect(accounts.map(({ name, currency, balance, accounts: count }) => `${name} ${currency} ${balance} ${count}`).sort()).toEqual(trial.map(({ name, currency, balance, accounts: count }) => `${name} ${currency} ${balance} ${count}`).sort());
  const [lines] = await desk.sql<{ count: string }>("select count(*) from ledger.lines");
  expect(String(accounts.reduce((sum, one) => sum + one.lines, 0))).toBe(lines?.count);
  expect(find(accounts, "DEPOSIT")).toMatchObject({ of: "members", account: null, accounts: 2, balance: "150.00", credit: "150.00", lines: 2 });
});

test("days narrow what moved, never what stands there", async () => {
  expect(find(await chart("2027-02-02", null), "DEPOSIT")).toMatchObject({ balance: "150.00", credit: "50.00", debit: "0.00", lines: 1 });
  expect(find(await chart(null, "2027-02-01"), "DEPOSIT")).toMatchObject({ credit: "100.00", lines: 1 });
  expect(find(await chart("2026-01-01", "2026-01-02"), "DEPOSIT")).toMatchObject({ credit: "0.00", lines: 0 });
  expect(find(await chart("2027-02-02"), "DEPOSIT", "EUR")).toMatchObject({ credit: "7.00" });
});

test("what may be written by hand is what the form of such a journal takes", async () => {
  const accounts = await chart();
  expect(find(accounts, "DEPOSIT")?.by_hand).toEqual(["adjustment", "suspense"]);
  expect(accounts.find(({ name }) => name.startsWith("bank:client:"))?.by_hand).toEqual(["adjustment", "suspense", "deployment"]);
  expect(accounts.filter(({ name }) => name.startsWith("treasury:")).flatMap(({ by_hand }) => by_hand)).toEqual([]);
});

test("it is for who may see journals", async () => {
  expect(await refused(desk.ask("staff_accounts", { token: (await desk.staff("support")).token }))).toBe("not_permitted");
});

/** Every refusal is registered, every registered one can be met, and nothing that a caller can send ends without a name. */
import { randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";

import { newToken, openDesk, refusalOf, type Desk } from "./support/builders";
import { deskFunctions, root, sqlFiles, type DeskFunction } from "./support/catalogue";
import { contents } from "./support/contents";
import { testDatabase, type TestDatabase } from "./support/database";
import { plausible } from "./support/plausible";

let database: TestDatabase;
let desk: Desk;

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database, 3);
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});

type Registered = { code: string; sqlstate: string; status: number; meaning: string; action: string };
const registry = () => desk.sql<Registered>("select code, sqlstate, status, meaning, action from core.problem_codes order by sqlstate");

const filesOf = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".test.ts")).map((name) => path.join(folder, name)) : []);

/** Codes as the functions write them: the argument of core.refuse, alone or chosen by a case. */
function raised(): Set<string> {
  const found = new Set<string>();
  for (const { text, domain } of sqlFiles()) {
    if (domain === "seeds" || domain === "migrations") continue;
    const body = text.replace(/\/\*[\s\S]*?\*\//g, " ").replace(/--[^\n]*/g, " ");
    for (const [, direct] of body.matchAll(/core\.refuse\('([a-z_]+)'/g)) if (direct) found.add(direct);
    for (const [, choice = ""] of body.matchAll(/core\.refuse\(case([\s\S]*?)\bend\b/g)) for (const [, one] of choice.matchAll(/(?:then|else)\s+'([a-z_]+)'/g)) if (one) found.add(one);
  }
  return found;
}

/** Registered, and not raised by any function yet: why. */
const notRaised: Record<string, string> = {
  rate_limited: "returned, not raised: raising would give the counted attempt back",
};

test("every code that a function raises is registered, and every registered one is raised or has its reason", async () => {
  const codes = (await registry()).map((one) => one.code);
  const used = raised();
  expect([...used].filter((one) => !codes.includes(one))).toEqual([]);
  expect(codes.filter((one) => !used.has(one)).sort()).toEqual(Object.keys(notRaised).sort());
});

test("every code says when it happens and what to do, has a status, a state of its own and a sentence for people", async () => {
  const all = await registry();
  expect(all.filter(({ meaning, action }) => !/^[A-Z].*\.$/.test(meaning) || !/^[A-Z].*\.$/.test(action))).toEqual([]);
  expect(new Set(all.map(({ sqlstate }) => sqlstate)).size).toBe(all.length);
  const said = JSON.parse(readFileSync(path.join(root, "app/i18n/en/problems.json"), "utf8")) as Record<string, unknown>;
  expect(all.map((one) => one.code).filter((one) => !Object.keys(said).some((key) => key === one || key.startsWith(`${one}.`) || key.startsWith(`${one}_`)))).toEqual([]);
});

test("every registered refusal is met by a test of the desk or of its domain", () => {
  const tests = ["sql/tests", ...["core", "identity", "audit", "ledger", "treasury", "approval", "referral", "funding", "invest", "ev", "compliance", "messaging", "network", "payout"].map((domain) => `sql/${domain}/tests`)]
    .flatMap((folder) => filesOf(path.join(root, folder))).filter((file) => !file.endsWith("refusals.test.ts")).map((file) => readFileSync(file, "utf8")).join("\n");
  expect([...raised()].filter((one) => !new RegExp(`["'/|( ]${one}\\b`).test(tests)).sort()).toEqual([]);
});

test("an unregistered code cannot be raised", async () => {
  await expect(desk.sql("select core.refuse('no_such_thing')")).rejects.toMatchObject({ code: "XX000" });
});

/** What became of a call: `answered`, the code of a refusal, or the raw failure. */
async function outcome(one: DeskFunction, args: Record<string, unknown>): Promise<string> {
  const call = one.audience === "worker" ? desk.job : desk.ask;
  return call(one.name, args).then(() => "answered", (error: { code?: string; message?: string }) => refusalOf(error)?.code ?? `${error.code ?? ""} ${error.message ?? ""}`);
}
const named = (got: string): boolean => /^[a-z_]+$/.test(got);

async function callers(): Promise<Record<string, string | null>> {
  const [member, operations, finance] = [await desk.member(`fuzz-${randomUUID().slice(0, 8)}`), await desk.staff("operations"), await desk.staff("finance")];
  return { member: member.token, staff: operations.token, finance: finance.token };
}
const tokenFor = ({ name, audience }: DeskFunction, tokens: Record<string, string | null>) => (name === "staff_decide" ? tokens.finance : tokens[audience]) ?? null;

test("nothing given: every function answers or refuses by name", async () => {
  const tokens = await callers();
  // Ending one's other sessions needs nothing to be given, and is noted; so is a look at what changed in the books; and the log is sealed.
  const noted = ["audit.log", "audit.seal_secrets", "audit.seals", "audit.watch_runs"];
  const before = await contents(desk, noted);
  const wrong: string[] = [];
  for (const one of await deskFunctions(desk.owner)) {
    const nothing = Object.fromEntries(one.args.map(({ name }) => [name, name === "token" ? tokenFor(one, tokens) : null]));
    const got = await outcome(one, nothing);
    if (!named(got)) wrong.push(`${one.name}: ${got}`);
  }
  expect(wrong).toEqual([]);
  expect(await contents(desk, noted)).toEqual(before);
});

const odd = ["", " ", "x".repeat(5_000), "'; drop table ledger.lines; --", "\u0007", "💶", "<script>alert(1)</script>", "%s%n", "../../etc/passwd", "{\"a\":1}", "1-1", "99999999999999999999", "0_00000000-0000-0000-0000-000000000000", "99999999999999999999_00000000-0000-0000-0000-000000000000", "999999999999999999-999999999"];

test("one odd text at a time, in every text argument: every function answers or refuses by name", async () => {
  const tokens = await callers();
  const wrong: string[] = [];
  for (const one of (await deskFunctions(desk.owner)).filter(({ name }) => !["auth_sign_out", "worker_heartbeat"].includes(name))) {
    const texts = one.args.filter(({ name, type }) => type === "text" && name !== "token");
    await Promise.all(texts.flatMap(({ name }) => odd.map(async (text) => {
      const got = await outcome(one, plausible(one, { token: tokenFor(one, tokens), new_token: newToken(), ip: randomUUID(), [name]: text }));
      if (!named(got)) wrong.push(`${one.name}(${name} => ${text.slice(0, 30)}): ${got}`);
    })));
  }
  expect(wrong).toEqual([]);
  // Thousands of calls: more with every function, and a busy machine takes its time.
}, 240_000);

test("one number or date out of range at a time: every function answers or refuses by name", async () => {
  const tokens = await callers();
  const wrong: string[] = [];
  const odds: Record<string, unknown[]> = { integer: [0, -1, 2_147_483_647, -2_147_483_648], date: ["0001-01-01", "infinity", "-infinity", "5874897-12-31"], boolean: [null], bigint: ["0", "-1", "9223372036854775807"], jsonb: ["null", "[]", "1", "{}"] };
  for (const one of await deskFunctions(desk.owner)) {
    for (const { name, type } of one.args) {
      for (const value of odds[type] ?? []) {
        const got = await outcome(one, plausible(one, { token: tokenFor(one, tokens), [name]: value }));
        if (!named(got)) wrong.push(`${one.name}(${name} => ${String(value)}): ${got}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

test("texts that look like commands are kept as texts", async () => {
  const operations = await desk.staff("operations");
  const name = "Robert'); drop table ledger.lines; --";
  const made = await desk.ask("staff_plan_create", { token: operations.token, name, currency: "USD", timezone: "UTC", daily_rate: "0.10", minimum: "1.00", maximum: "2.00", duration: 1, unit: "DAYS", referral_rate: "0", description: name, risk_text: name, key: randomUUID() });
  expect((await desk.ask("staff_plan", { token: operations.token, plan: made.plan })).plan).toMatchObject({ name, description: name });
  for (const search of ["%", "_", "\\", "%' or '1'='1", name]) expect(Array.isArray((await desk.ask("staff_members", { token: operations.token, search })).items)).toBe(true);
  expect((await desk.ask("staff_members", { token: operations.token, search: "%" })).items).toEqual([]);
});

/**
 * Every desk function for people finds out who is calling from the session token and from nothing else (spec 8, rows 18, 19, 23). The
 * functions come from the catalogue: one that is added tomorrow is asked the same questions.
 */
import { readFileSync } from "node:fs";
import path from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";

import { newToken, openDesk, refusalOf, type Desk } from "./support/builders";
import { deskFunctions, root, type DeskFunction } from "./support/catalogue";
import { contents } from "./support/contents";
import { testDatabase, type TestDatabase } from "./support/database";
import { plausible } from "./support/plausible";

const roles = ["support", "operations", "finance", "auditor", "admin"] as const;

let database: TestDatabase;
let desk: Desk;
let people: DeskFunction[];
const tokens: Record<string, string> = {};

beforeAll(async () => {
  database = await testDatabase();
  // Few connections: each compiles every function once.
  desk = await openDesk(database, 3);
  people = (await deskFunctions(desk.owner)).filter(({ args, audience }) => args.some(({ name }) => name === "token") && audience !== "public");
  const member = async (name: string) => (await desk.member(name)).token;
  const ended = async (name: string, change: string) => {
    const token = await member(name);
    await desk.sql(`update identity.sessions set ${change} where token_hash = sha256($1)`, [Buffer.from(token)]);
    return token;
  };
  tokens.member = await member("live");
  tokens.expired = await ended("expired", "expires_at = clock_timestamp() - interval '1 second'");
  tokens.idle = await ended("idle", "seen_at = clock_timestamp() - interval '31 minutes'");
  tokens.revoked = await member("revoked");
  await desk.ask("auth_sign_out", { token: tokens.revoked });
  tokens.suspended = await member("suspended");
  await desk.sql("update identity.members set status = 'suspended' where email = 'suspended@members.test'");
  tokens.closed = await member("closed");
  await desk.sql("update identity.members set status = 'closed' where email = 'closed@members.test'");
  tokens.signUp = (await desk.signIn("unknown@example.test")).token;
  tokens.unknown = newToken();
  for (const role of roles) tokens[role] = (await desk.staff(role)).token;
  const half = await desk.staff("finance", "half");
  tokens.halfStaff = (await desk.signIn(half.email)).token;
  const gone = await desk.staff("finance", "gone");
  tokens.goneStaff = gone.token;
  await desk.sql("update identity.staff set active = false where email = $1", [gone.email]);
  const late = await desk.staff("finance", "late");
  tokens.idleStaff = late.token;
  await desk.sql("update identity.sessions set seen_at = clock_timestamp() - interval '16 minutes' where token_hash = sha256($1)", [Buffer.from(late.token)]);
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});

async function outcome(one: DeskFunction, token: string | null, given: Record<string, unknown> = {}): Promise<string> {
  const purpose = one.name === "auth_step_up_begin" && given.purpose === undefined ? { purpose: "withdrawal", context: "withdrawal|DEPOSIT|USD|1.00|" } : {};
  try {
    await desk.ask(one.name, plausible(one, { ...purpose, ...given, token }));
    return "answered";
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw new Error(`${one.name} failed instead of refusing: ${String(error)}`);
    return refusal.code;
  }
}

/** Names of functions whose outcome is another than expected, with what it was. */
async function others(list: DeskFunction[], token: string | null | undefined, expected: string): Promise<string[]> {
  const all = await Promise.all(list.map(async (one) => ({ name: one.name, got: await outcome(one, token ?? null) })));
  return all.filter(({ got }) => got !== expected).map(({ name, got }) => `${name}: ${got}`);
}

const guarded = () => people.filter(({ name }) => name !== "auth_sign_out");

test("there are such functions, and each says who may call it by its name", () => {
  expect(people.length).toBeGreaterThan(60);
  expect(people.filter(({ audience }) => !["auth", "member", "staff"].includes(audience))).toEqual([]);
});

test.each([["none", null], ["empty", ""], ["blank", " "], ["garbage", "'; drop table identity.sessions; --"], ["a hash instead of a token", "0".repeat(64)], ["another alphabet", "١".repeat(43)], ["very long", "a".repeat(100_000)]])(
  "signed out: %s token", async (_, token) => {
    const before = await contents(desk);
    expect(await others(guarded(), token, "signed_out")).toEqual([]);
    expect(await contents(desk)).toEqual(before);
  });

test.each(["unknown", "expired", "idle", "revoked"])("signed out: %s session", async (kind) => {
  const before = await contents(desk);
  expect(await others(guarded(), tokens[kind], "signed_out")).toEqual([]);
  expect(await contents(desk)).toEqual(before);
});

test("signed out: the session of a member who has closed the account", async () => {
  expect(await others(people.filter(({ audience }) => audience === "member"), tokens.closed, "signed_out")).toEqual([]);
  expect(await others(people.filter(({ audience }) => audience === "staff"), tokens.closed, "not_permitted")).toEqual([]);
});

test("a session that may only sign up opens the two functions of signing up and nothing else", async () => {
  const open = ["auth_sign_up", "auth_sign_up_form"];
  expect(await others(guarded().filter(({ name }) => !open.includes(name)), tokens.signUp, "signed_out")).toEqual([]);
  expect(await others(people.filter(({ name }) => name === "auth_sign_up_form"), tokens.signUp, "answered")).toEqual([]);
});

test("a member's session opens no staff function, and a staff session no member function", async () => {
  const before = await contents(desk);
  const staffSide = guarded().filter(({ audience, name }) => audience === "staff" || name === "auth_staff_verify");
  const memberSide = guarded().filter(({ audience, name }) => audience === "member" || name === "auth_step_up_begin");
  expect(await others(staffSide, tokens.member, "not_permitted")).toEqual([]);
  for (const role of roles) expect(await others(memberSide, tokens[role], "not_permitted")).toEqual([]);
  expect(await others(people.filter(({ name }) => name.startsWith("auth_sign_up")), tokens.member, "signed_out")).toEqual([]);
  expect(await contents(desk)).toEqual(before);
});

test("staff who have not taken the second step, have left or were idle for a quarter of an hour do nothing", async () => {
  const staffSide = people.filter(({ audience }) => audience === "staff");
  const before = await contents(desk);
  expect(await others(staffSide, tokens.halfStaff, "step_up_required")).toEqual([]);
  expect(await others(staffSide, tokens.goneStaff, "not_permitted")).toEqual([]);
  expect(await others(staffSide, tokens.idleStaff, "signed_out")).toEqual([]);
  expect(await contents(desk)).toEqual(before);
});

test("a suspended member reads everything and moves nothing", async () => {
  const memberSide = people.filter(({ audience }) => audience === "member");
  const before = await contents(desk);
  // Reading includes the long files of what is read.
  const keyed = memberSide.filter(({ name, args }) => name !== "member_export_ask" && args.some((one) => one.name === "key"));
  expect(await others(keyed, tokens.suspended, "suspended")).toEqual([]);
  const got = await Promise.all(memberSide.filter(({ name }) => !/session|language/.test(name)).map((one) => outcome(one, tokens.suspended ?? null)));
  expect(got).toContain("answered");
  expect(await contents(desk)).toEqual(before);
});

test("revocation counts from the next call on, on every connection", async () => {
  const { token } = await desk.member("short");
  const home = people.find(({ name }) => name === "member_home");
  if (!home) throw new Error("no member_home");
  expect(await outcome(home, token)).toBe("answered");
  await desk.ask("auth_sign_out", { token });
  expect(await Promise.all(Array.from({ length: 20 }, () => outcome(home, token)))).toEqual(Array.from({ length: 20 }, () => "signed_out"));
  expect(await desk.ask("auth_sign_out", { token })).toEqual({});
  expect(await desk.ask("auth_sign_out", { token: null })).toEqual({});
});

/** The permission a staff function asks for, read from its body: null when any member of staff may. */
async function permissions(): Promise<Map<string, string | null>> {
  const rows = await desk.sql<{ name: string; asked: string | null }>("select proname as name, substring(prosrc from 'enter_staff\\(p_token, ([^)]+)\\)') as asked from pg_proc where pronamespace = 'desk'::regnamespace and proname like 'staff\\_%'");
  return new Map(rows.map(({ name, asked }) => {
    if (asked === null) throw new Error(`${name} does not come through identity.enter_staff`);
    return [name, asked === "null" ? null : asked.replaceAll("'", "")];
  }));
}

test("every staff function asks for the permission that the contract names, and it is one that exists", async () => {
  const written = new Map<string, string | null>();
  for (const line of readFileSync(path.join(root, "docs/desk.md"), "utf8").split("\n")) {
    const [, names = "", permission = ""] = /^\| (`staff_.*?`) \| ([a-z._ ]+) \|/.exec(line) ?? [];
    for (const [, name = ""] of names.matchAll(/`(staff_[a-z_]+)\(/g)) written.set(name, ["any", "maker only"].includes(permission) ? null : permission);
  }
  const asked = await permissions();
  expect(Object.fromEntries([...asked].sort())).toEqual(Object.fromEntries([...asked.keys()].sort().map((name) => [name, written.get(name) === undefined ? "not in docs/desk.md" : written.get(name)])));
  const known = (await desk.sql<{ permission: string }>("select distinct permission from identity.role_permissions")).map(({ permission }) => permission);
  expect([...asked.values()].filter((permission) => permission !== null && !known.includes(permission))).toEqual([]);
});

test.each(roles)("the role %s does its own work and no other", async (role) => {
  const asked = await permissions();
  const granted = new Set((await desk.sql<{ permission: string }>("select permission from identity.role_permissions where role = $1", [role])).map(({ permission }) => permission));
  const wrong: string[] = [];
  for (const one of people.filter(({ audience }) => audience === "staff")) {
    const permission = asked.get(one.name) ?? null;
    const may = permission === null || granted.has(permission);
    const got = await outcome(one, tokens[role] ?? null);
    if (may === (got === "not_permitted")) wrong.push(`${one.name} (${permission ?? "any"}): ${got}`);
  }
  expect(wrong).toEqual([]);
});

test("a role that loses a permission loses it with the next call", async () => {
  const decide = people.find(({ name }) => name === "staff_decide");
  if (!decide) throw new Error("no staff_decide");
  const { token, email } = await desk.staff("finance", "demoted");
  expect(await outcome(decide, token)).toBe("not_found");
  await desk.sql("update identity.staff set role = 'support' where email = $1", [email]);
  expect(await outcome(decide, token)).toBe("not_permitted");
});

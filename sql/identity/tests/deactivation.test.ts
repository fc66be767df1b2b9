/** A deactivated account (spec 5.2): read by its member alone, changed by nobody, opened again with a code bound to that; what runs goes on. */
import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import { openDesk, refused, type Desk } from "../../tests/support/builders";
import { deskFunctions } from "../../tests/support/catalogue";
import { testDatabase, type TestDatabase } from "../../tests/support/database";
import { plausible } from "../../tests/support/plausible";

let database: TestDatabase;
let desk: Desk;
let finance: { token: string };
let operations: { token: string };
let method: string;
let made = 0;

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database, 8);
  await desk.clock("2027-03-01T12:00:00Z");
  await desk.set({ sign_on_bonus: "0", otp_per_minute: "1000", destination_cooling_hours: "0" });
  operations = await desk.staff("operations");
  finance = await desk.staff("finance");
  method = await desk.method();
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});

const person = () => desk.member(`quiet${(made += 1)}`);
const deactivate = (who: { token: string }) => desk.ask("member_deactivate", { token: who.token, key: randomUUID() });
const since = async (who: { token: string }) => ((await desk.ask("member_frame", { token: who.token })).member as { deactivated_at: string | null }).deactivated_at;
const reopen = async (who: { token: string }) => desk.ask("member_reopen", { token: who.token, ...(await desk.code(who.token, "reopening", "reopening")) });
const mails = async (who: { email: string }) =>
  (await desk.sql<{ what: string }>("select props ->> 'what' as what from outbox.mails where template = 'security_changed' and to_email = $1 order by created_at, id", [who.email])).map(({ what }) => what);

test("the other sessions end, this one reads, and whatever would change something is refused by name", async () => {
  const who = await person();
  const other = (await desk.signIn(who.email)).answer.token ?? "";
  await deactivate(who);
  expect(await since(who)).not.toBeNull();
  expect(await refused(desk.ask("member_home", { token: other }))).toBe("signed_out");
  const changing = (await desk.sql<{ name: string }>("select proname as name from pg_proc where pronamespace = 'desk'::regnamespace and proname like 'member\\_%' and prosrc ~ 'identity.enter\\(p_token, ''member'', 1::smallint, true\\)'")).map(({ name }) => name);
  const functions = (await deskFunctions(desk.owner)).filter(({ name }) => changing.includes(name));
  expect(functions.length).toBeGreaterThan(20);
  const answers = await Promise.all(functions.map(async (one) => [one.name, await refused(desk.ask(one.name, plausible(one, { token: who.token })))]));
  expect(answers.filter(([, word]) => word !== "deactivated")).toEqual([]);
});

test("done twice it is done once, told once, and opened once", async () => {
  const who = await person();
  await deactivate(who);
  const first = await since(who);
  await desk.clock("2027-03-01T13:00:00Z");
  expect(await refused(deactivate(who))).toBe("deactivated");
  expect(await since(who)).toBe(first);
  expect(await reopen(who)).toEqual({ outcome: "reopened" });
  expect(await since(who)).toBeNull();
  await reopen(who);
  expect(await mails(who)).toEqual(["deactivated", "reopened"]);
});

test("a code for something else does not open it, nor one that was asked for before it was deactivated", async () => {
  const who = await person();
  const [early, foreign] = [await desk.code(who.token, "reopening", "reopening"), await desk.code(who.token, "withdrawal", "withdrawal|DEPOSIT|USD|1.00|")];
  await deactivate(who);
  for (const proof of [early, foreign]) expect(await desk.ask("member_reopen", { token: who.token, ...proof })).not.toMatchObject({ outcome: "reopened" });
  expect(await since(who)).not.toBeNull();
});

test("withdrawals pause after it was opened again", async () => {
  const who = await person();
  await desk.deposit(who, "50.00", method, finance);
  const to = await desk.destination(who);
  await deactivate(who);
  expect(await refused(desk.withdraw(who, "DEPOSIT", "10.00", to))).toBe("deactivated");
  await reopen(who);
  expect(await refused(desk.withdraw(who, "DEPOSIT", "10.00", to))).toBe("withdrawals_cooling");
});

test("a contract runs on, its returns are credited, and a request from before is decided", async () => {
  const who = await person();
  await desk.deposit(who, "500.00", method, finance);
  const plan = await desk.plan(operations, finance, { duration: 3 });
  await desk.fund("returns", "USD", "50.00", method, operations, finance);
  await desk.invest(who, plan, "100.00");
  const { withdrawal } = await desk.withdraw(who, "DEPOSIT", "10.00", await desk.destination(who));
  await deactivate(who);
  await desk.clock("2027-03-09T12:00:00Z");
  await desk.accrue("2027-03-08");
  expect((await desk.wallets(who)).DEPOSIT).toBe("500.00");
  expect((await desk.wallets(who)).INTEREST).not.toBe("0.00");
  const [request] = await desk.sql<{ id: string }>("select id from approval.requests where subject_id = $1", [withdrawal]);
  expect(await desk.decide(finance, request?.id ?? "")).toMatchObject({ state: "approved" });
});

/** Staff look at a member's pages and change nothing, whatever they call (spec 7.1): the functions come from the catalogue. */
import { createHash, randomUUID } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import { newToken, openDesk, refusalOf, refused, type Desk } from "../../tests/support/builders";
import { deskFunctions } from "../../tests/support/catalogue";
import { contents } from "../../tests/support/contents";
import { testDatabase, type TestDatabase } from "../../tests/support/database";
import { plausible } from "../../tests/support/plausible";

let database: TestDatabase;
let desk: Desk;
let support: { token: string; email: string; name: string };
let ann: Awaited<ReturnType<Desk["member"]>>;

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database, 4);
  support = await desk.staff("support");
  ann = await desk.member("ann");
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});

const view = async (more: Record<string, unknown> = {}) => {
  const token = newToken();
  await desk.ask("staff_view_begin", { token: support.token, member: ann.id, reason: "cannot find a movement", new_token: token, key: randomUUID(), ...more });
  return token;
};
/** What became of a call: answered, the code of a refusal, or the state of a write that Postgres refused. */
const outcome = async (name: string, args: Record<string, unknown>) => {
  try {
    await desk.ask(name, args);
    return "answered";
  } catch (error) {
    return refusalOf(error)?.code ?? (error as { code?: string }).code ?? String(error);
  }
};
const log = (action: string) => desk.sql<{ name: string; reason: string | null; object: string }>("select s.name, l.reason, l.object_id as object from audit.log l join identity.staff s on s.id = l.actor_id where l.action = $1 order by l.id", [action]);

test("the member's pages as the member sees them, with who looks and for how long", async () => {
  const token = await view();
  const seen = await desk.ask("member_frame", { token });
  const own = await desk.ask("member_frame", { token: ann.token });
  expect(seen.viewing).toMatchObject({ by: support.name });
  expect(seen.viewing.seconds).toBeGreaterThan(14 * 60);
  expect(seen.viewing.seconds).toBeLessThanOrEqual(15 * 60);
  expect(own.viewing).toBeNull();
  expect(await desk.ask("member_wallets", { token })).toEqual(await desk.ask("member_wallets", { token: ann.token }));
  expect(await log("view_begin")).toEqual([{ name: support.name, reason: "cannot find a movement", object: ann.id }]);
});

test("no function of members and no step of signing in changes anything, and none that would answers", async () => {
  const token = await view();
  const functions = (await deskFunctions(desk.owner)).filter(({ name, args }) => /^(member|auth)_/.test(name) && args.some((arg) => arg.name === "token") && !["auth_sign_out", "auth_view_end"].includes(name));
  expect(functions.length).toBeGreaterThan(80);
  const before = await contents(desk);
  const words = new Map<string, string>();
  for (const one of functions) words.set(one.name, await outcome(one.name, plausible(one, { token, ...(one.name === "auth_step_up_begin" ? { purpose: "withdrawal", context: "withdrawal|DEPOSIT|USD|1.00|" } : {}) })));
  expect(await contents(desk)).toEqual(before);
  const changing = functions.filter(({ name, args }) => name.startsWith("member_") && args.some((arg) => arg.name === "key")).map(({ name }) => name);
  expect(changing.length).toBeGreaterThan(20);
  expect(changing.filter((name) => !["viewing_only", "25006"].includes(words.get(name) ?? ""))).toEqual([]);
  // Nothing else goes wrong in a way that a page could not show.
  expect([...new Set(words.values())].filter((word) => !["answered", "viewing_only", "25006", "not_found", "signed_out", "not_permitted", "invalid_input", "step_up_required"].includes(word))).toEqual([]);
  for (const name of ["member_home", "member_wallets", "member_profile", "member_investments", "member_notices", "member_threads"]) expect(words.get(name)).toBe("answered");
  for (const name of ["auth_step_up_begin", "member_session_revoke", "member_language", "member_photo_save"]) expect(["viewing_only", "25006"]).toContain(words.get(name));
});

test("what only the member reads is refused by name", async () => {
  const token = await view();
  for (const name of ["member_record", "member_mails"]) expect(await outcome(name, { token })).toBe("viewing_only");
  for (const name of ["member_file", "member_thread_file"]) expect(await outcome(name, { token, file: randomUUID() })).toBe("viewing_only");
  expect(await outcome("member_kyc_file", { token, document: randomUUID() })).toBe("viewing_only");
});

test("it opens nothing of staff, and is not among the member's sessions", async () => {
  const token = await view();
  expect(await outcome("staff_frame", { token })).toBe("not_permitted");
  const { sessions } = await desk.ask("member_sessions", { token: ann.token });
  expect(sessions).toHaveLength(1);
  expect(JSON.stringify(await desk.ask("member_record", { token: ann.token }))).not.toContain(support.name);
  const hash = createHash("sha256").update(token).digest();
  const [row] = await desk.sql<{ viewer: string; reason: string; minutes: number }>("select st.name as viewer, s.view_reason as reason, extract(epoch from s.expires_at - s.created_at)::integer / 60 as minutes from identity.sessions s join identity.staff st on st.id = s.viewer_id where s.token_hash = $1", [hash]);
  expect(row).toEqual({ viewer: support.name, reason: "cannot find a movement", minutes: 15 });
});

test("it ends after a quarter of an hour, when another begins, by its button once, and when the person may not any more", async () => {
  const first = await view();
  await desk.sql("update identity.sessions set created_at = created_at - interval '15 minutes', expires_at = expires_at - interval '15 minutes' where token_hash = sha256($1)", [Buffer.from(first)]);
  expect(await outcome("member_home", { token: first })).toBe("signed_out");
  const second = await view();
  const third = await view();
  expect(await outcome("member_home", { token: second })).toBe("signed_out");
  expect(await desk.ask("auth_view_end", { token: third })).toEqual({ member: ann.id });
  expect(await outcome("member_home", { token: third })).toBe("signed_out");
  expect(await outcome("auth_view_end", { token: third })).toBe("signed_out");
  expect(await outcome("auth_view_end", { token: ann.token })).toBe("signed_out");
  expect((await log("view_end")).at(-1)).toEqual({ name: support.name, reason: null, object: ann.id });
  const fourth = await view();
  await desk.sql("update identity.staff set role = 'finance' where email = $1", [support.email]);
  expect(await outcome("member_home", { token: fourth })).toBe("signed_out");
  await desk.sql("update identity.staff set role = 'support', active = false where email = $1", [support.email]);
  expect(await outcome("member_home", { token: fourth })).toBe("signed_out");
  await desk.sql("update identity.staff set active = true where email = $1", [support.email]);
});

test("without a reason, of nobody or of a closed account, or by a role that may not, it does not begin", async () => {
  expect(await refused(view({ reason: " " }))).toBe("note_required");
  expect(await refused(view({ member: randomUUID() }))).toBe("not_found");
  expect(await refused(view({ new_token: "short" }))).toBe("invalid_input");
  expect(await refused(view({ token: (await desk.staff("finance")).token }))).toBe("not_permitted");
  const gone = await desk.member("gone");
  await desk.sql("update identity.members set status = 'closed', closed_at = now() where public_id = $1", [gone.id]);
  expect(await refused(view({ member: gone.id }))).toBe("not_found");
});

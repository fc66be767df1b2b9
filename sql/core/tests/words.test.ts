/** Words, clock and settings that everybody leans on. */
import { afterAll, beforeAll, expect, test } from "vitest";

import { openDesk, refused, type Desk } from "../../tests/support/builders";
import { testDatabase, type TestDatabase } from "../../tests/support/database";

let database: TestDatabase;
let desk: Desk;

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database, 2);
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});

test("a time zone is known exactly when the server's list names it as a place, or as UTC", async () => {
  expect(await desk.sql("select name from pg_timezone_names where name ~ '^[A-Z][A-Za-z]+/' and name !~ '^Etc/GMT(0|[+-]?0)$' and not core.timezone_known(name)")).toEqual([]);
  const cases = ["UTC", "Asia/Kolkata", "utc", "EST", "+3", "Foo/Bar", "Foo/Bar+3", "Asia/Nowhere", "../../etc/passwd", "UTC'; --", "", "Etc/GMT+99"];
  const rows = await desk.sql<{ known: boolean }>("select core.timezone_known(t) as known from unnest($1::text[]) with ordinality x (t, n) order by n", [cases]);
  expect(cases.filter((_, at) => rows[at]?.known)).toEqual(["UTC", "Asia/Kolkata"]);
});

test("business time is real time, unless the operator has made this a sandbox; there it never goes back", async () => {
  await expect(desk.sql("update core.clock set shift = '1 day'")).rejects.toMatchObject({ constraint: "only_a_sandbox_clock_moves" });
  await expect(desk.sql("update core.clock set frozen_at = now()")).rejects.toMatchObject({ constraint: "only_a_sandbox_clock_moves" });
  await expect(desk.sql("insert into core.clock default values")).rejects.toMatchObject({ code: "23505" });
  for (const [name, args] of [["sandbox_clock_move", { by: "1 day" }], ["sandbox_clock_set", { at: "2030-01-01T00:00:00Z" }], ["sandbox_clock", {}], ["sandbox_mailbox", {}]] as const) expect(await refused(desk.ask(name, args))).toBe("not_permitted");
  await desk.sql("update core.clock set sandbox = true");
  const at = async () => Date.parse((await desk.ask("sandbox_clock")).business_now as string);
  const before = await at();
  await desk.ask("sandbox_clock_move", { by: "36 hours" });
  expect((await at()) - before).toBeGreaterThan(36 * 3_600_000 - 1_000);
  for (const by of ["-1 second", "0", "51 years"]) expect(await refused(desk.ask("sandbox_clock_move", { by }))).toBe("invalid_input");
  expect(await refused(desk.ask("sandbox_clock_set", { at: new Date(before).toISOString() }))).toBe("invalid_input");
  await expect(desk.sql("update core.clock set shift = '-1 second'")).rejects.toMatchObject({ constraint: "clock_never_goes_back" });
  await desk.sql("update core.clock set sandbox = true, shift = '0', frozen_at = null");
});

test("a setting is of its kind", async () => {
  for (const [key, value] of [["otp_per_minute", "-1"], ["otp_per_minute", "1.5"], ["withdrawal_fee", "1e3"], ["withdrawal_fee", "NaN"], ["require_kyc", "yes"], ["currency", "usd"]]) {
    await expect(desk.sql("update core.settings set value = $2 where key = $1", [key, value])).rejects.toMatchObject({ constraint: "setting_value_fits_its_kind" });
  }
});

test("typed text is trimmed and bounded, and control characters are refused", async () => {
  const clean = async (text: string | null, most = 10) => (await desk.sql<{ text: string | null }>("select core.clean_text($1, 'field', $2) as text", [text, most]))[0]?.text;
  expect(await Promise.all([clean("  a b  "), clean(" \t\n"), clean(null), clean("a\nb"), clean("é💶"), clean("x".repeat(10))])).toEqual(["a b", null, null, "a\nb", "é💶", "x".repeat(10)]);
  for (const text of ["x".repeat(11), "a\u0007b", "\u001b[31m", "a\u007f"]) expect(await refused(clean(text))).toBe("invalid_input");
});

test("codes have no look-alikes, and are not the same twice", async () => {
  const rows = await desk.sql<{ code: string }>("select core.random_code(8) as code from generate_series(1, 3000)");
  expect(rows.filter(({ code }) => !/^[2-9A-HJKMNP-TV-Z]{8}$/.test(code))).toEqual([]);
  expect(new Set(rows.map(({ code }) => code)).size).toBe(3_000);
  // Every letter at every place: nothing of it is fixed.
  for (let place = 0; place < 8; place += 1) expect(new Set(rows.map(({ code }) => code.charAt(place))).size).toBe(30);
});

test("pages are of one to a hundred rows, and a cursor that is none is refused", async () => {
  const rows = await desk.sql<{ size: number }>("select core.page_size(n) as size from unnest(array[null, -5, 0, 1, 25, 100, 101, 2147483647]) n");
  expect(rows.map(({ size }) => size)).toEqual([25, 1, 1, 1, 25, 100, 100, 100]);
  const { token } = await desk.member("pages");
  for (const name of ["member_deposits", "member_withdrawals", "member_investments", "member_movements", "member_referrals"]) {
    for (const cursor of ["x", "", "1; drop", "-1", "1_x", "1_00000000-0000-0000-0000-00000000000"]) expect([name, cursor, await refused(desk.ask(name, { token, cursor }))]).toEqual([name, cursor, "invalid_input"]);
  }
});

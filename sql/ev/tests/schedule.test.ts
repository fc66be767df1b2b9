/** Due dates and parts of a schedule, against the calendar (spec 4.1). */
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "../../tests/support/database";

let database: TestDatabase;
let db: pg.Client;
beforeAll(async () => {
  database = await testDatabase();
  db = new pg.Client({ connectionString: database.url("postgres") });
  await db.connect();
});
afterAll(async () => {
  await db.end();
  await database.drop();
});

const due = async (opened: string, day: number, count: number): Promise<string[]> =>
  (await db.query<{ due: string }>("select ev.due_on($1::date, $2, n)::text as due from generate_series(1, $3) n", [opened, day, count])).rows.map((row) => row.due);

test("the first is due in the following month, also when the day of this one is still to come", async () => {
  expect(await due("2027-03-01", 31, 1)).toEqual(["2027-04-30"]);
  expect(await due("2027-03-31", 1, 2)).toEqual(["2027-04-01", "2027-05-01"]);
  expect(await due("2027-12-15", 15, 2)).toEqual(["2028-01-15", "2028-02-15"]);
});

test.each([29, 30, 31])("day %i clamps to the month's end and comes back in longer months", async (day) => {
  const clamp = (last: number) => String(Math.min(day, last)).padStart(2, "0");
  expect(await due("2027-01-31", day, 4)).toEqual([`2027-02-${clamp(28)}`, `2027-03-${clamp(31)}`, `2027-04-${clamp(30)}`, `2027-05-${clamp(31)}`]);
  expect(await due("2028-01-31", day, 1)).toEqual([`2028-02-${clamp(29)}`]);
});

test("every due date of ten years lies in its own month, on the day asked for or on that month's last", async () => {
  const { rows } = await db.query(
    `select o::date, d, n, ev.due_on(o::date, d, n) as due from generate_series('2027-01-31'::timestamp, '2029-01-31', '17 days') o, generate_series(1, 31) d, generate_series(1, 120, 7) n
      where date_trunc('month', ev.due_on(o::date, d, n)) <> date_trunc('month', o) + make_interval(months => n)
         or extract(day from ev.due_on(o::date, d, n)) <> d and (ev.due_on(o::date, d, n) + 1 <> (date_trunc('month', o) + make_interval(months => n + 1))::date or extract(day from ev.due_on(o::date, d, n)) > d)`);
  expect(rows).toEqual([]);
});

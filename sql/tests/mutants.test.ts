/** How the population of `npm run fault -- --suite mutation` is found: by code, in the catalogue and in the function files. */
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";

import { fromFunctions, population, type Mutant } from "../../bench/fault/mutation/population";
import { bodyLine, refusedIn } from "../../bench/fault/mutation/tests";
import { cutsOf } from "../../bench/fault/mutation/text";
import { schemas } from "./support/catalogue";
import { testDatabase, type TestDatabase } from "./support/database";

let database: TestDatabase;
let db: pg.Client;
let all: Mutant[];

beforeAll(async () => {
  database = await testDatabase();
  db = new pg.Client({ connectionString: database.url("postgres") });
  await db.connect();
  all = await population(db);
});
afterAll(async () => {
  await db.end();
  await database.drop();
});

const example = `/* Ends a hold; it's once. perform core.refuse('comment'); for update */
create or replace function x.y(p_id uuid) returns void
language plpgsql volatile as $$
declare v_row x.holds;
begin
  -- raise exception 'in a comment' for share
  select * into v_row from x.holds where id = p_id and state = 'open; for update' for no key update;
  if not found then perform core.refuse('not_found', 'hold', '{"a": ";"}'); end if;
  perform pg_advisory_xact_lock(hashtext('x'), hashtext(lower('y')));
  if not pg_try_advisory_xact_lock(hashtext('x')) then raise exception 'busy %', p_id using errcode = 'XX000'; end if;
  lock table x.holds in share mode;
  perform audit.require_calm();
  update x.holds set state = 'ended' where x.ended_at is null and state in ('open', 'late') and id = p_id;
  insert into x.holds (id) values (p_id) on conflict (id) where state = 'open' do update set state = 'open' where holds.state <> 'ended';
  return coalesce((select a from x.b where state = 'open'), desk.nothing_found());
end $$;
`;

test("locks, refusals and state guards of a function are found where they stand, and nothing in comments and texts", () => {
  expect(cutsOf(example).map(({ kind, what, line }) => `${line} ${kind}: ${what}`)).toEqual([
    "7 lock: for no key update",
    "7 state guard: state = 'open; for update'",
    `8 refusal: perform core.refuse('not_found', 'hold', '{"a": ";"}')`,
    "9 lock: pg_advisory_xact_lock(hashtext('x'), hashtext(lower('y')))",
    "10 lock: pg_try_advisory_xact_lock(hashtext('x'))",
    "10 refusal: raise exception 'busy %', p_id using errcode = 'XX000'",
    "11 lock: lock table x.holds in share mode",
    "12 refusal: perform audit.require_calm()",
    "13 state guard: state in ('open', 'late')",
    "13 state guard: x.ended_at is null",
    "15 refusal: desk.nothing_found()",
  ]);
});

test("a cut takes its words out and leaves every other character", () => {
  const cut = (what: string) => cutsOf(example).find((one) => one.what.startsWith(what))?.text ?? "";
  expect(cut("for no key update")).toBe(example.replace(" for no key update;", " ;"));
  expect(cut("perform core.refuse")).toBe(example.replace(`perform core.refuse('not_found', 'hold', '{"a": ";"}')`, "null"));
  expect(cut("pg_try_advisory")).toBe(example.replace("pg_try_advisory_xact_lock(hashtext('x'))", "true"));
  expect(cut("x.ended_at is null")).toBe(example.replace("x.ended_at is null", "true"));
  expect(cut("desk.nothing_found")).toBe(example.replace("desk.nothing_found()", "null::jsonb"));
});

test("every constraint, unique index, trigger and policy of the catalogue is in the population, once", async () => {
  const ours = "n.nspname = any ($1) and c.relname not in ('migrations', 'migration_hashes', 'object_files')";
  const { rows: [counted] } = await db.query<Record<string, number>>(
    `select (select count(*)::integer from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace where ${ours} and k.contype in ('c', 'f', 'p', 'u', 'x')) as constraints,
            (select count(*)::integer from pg_index x join pg_class c on c.oid = x.indrelid join pg_namespace n on n.oid = c.relnamespace where ${ours} and x.indisunique) as keys,
            (select count(*)::integer from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace where ${ours} and not t.tgisinternal) as triggers,
            (select count(*)::integer from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace where ${ours}) as policies`, [schemas]);
  const of = (...kinds: string[]) => all.filter(({ kind }) => kinds.includes(kind)).length;
  expect({ constraints: of("check", "foreign key", "primary key", "unique", "exclusion"), keys: of("primary key", "unique", "unique index"), triggers: of("trigger"), policies: of("policy") }).toEqual(counted);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
});

test("not null counts for the columns that a check looks at", () => {
  const names = all.filter(({ kind }) => kind === "not null").map(({ of, name }) => `${of}.${name}`);
  expect(names).toContain("ledger.holds.amount");
  expect(names).not.toContain("ledger.holds.placed_at");
  expect(names).not.toContain("ledger.seals.id");
});

test("what is cut out of the function files leaves a function that PostgreSQL takes", async () => {
  const functions = fromFunctions();
  expect(functions.length).toBeGreaterThan(300);
  await db.query("begin; set local check_function_bodies = on");
  for (const { id, sql } of functions) {
    await db.query("savepoint one");
    await expect(db.query(sql), id).resolves.toBeDefined();
    await db.query("rollback to savepoint one");
  }
  await db.query("rollback");
});

test("the log of the server names what refused", () => {
  const [first] = fromFunctions().filter(({ of, name }) => of === "approval.cancel" && name.includes("not_found"));
  const log = `ERROR:  not_found\nCONTEXT:  PL/pgSQL function core.refuse(text,text,jsonb) line 11 at RAISE\n\tSQL statement "SELECT core.refuse('not_found')"\n\tPL/pgSQL function approval.cancel(uuid,bigint,timestamp with time zone) line 6 at PERFORM
ERROR:  new row for relation "holds" violates check constraint "hold_amount_is_positive"\nERROR:  null value in column "amount" of relation "holds" violates not-null constraint\n`;
  expect(refusedIn(log)).toEqual(["amount", "approval.cancel:6", "core.refuse:11", "hold_amount_is_positive"]);
  expect(first && bodyLine(first)).toBe(6);
});

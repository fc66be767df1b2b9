/** The roles of the application hold no rights on tables and execute the desk's functions only (spec 8, row 31 and "Database roles"). */
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";

import { deskFunctions, schemas } from "./support/catalogue";
import { testDatabase, type TestDatabase } from "./support/database";

const web = "coffer_web";
const worker = "coffer_worker";
const queue = "coffer_queue";
const auditor = "coffer_auditor";

let database: TestDatabase;
let db: pg.Client;
const as: Record<string, pg.Client> = {};

beforeAll(async () => {
  database = await testDatabase();
  const connect = async (role: string) => {
    const client = new pg.Client({ connectionString: database.url(role) });
    await client.connect();
    return client;
  };
  db = await connect("postgres");
  for (const role of [web, worker, queue, auditor]) as[role] = await connect(role);
});
afterAll(async () => {
  await Promise.all([db, ...Object.values(as)].map((client) => client.end()));
  await database.drop();
});

const on = (role: string): pg.Client => {
  const client = as[role];
  if (!client) throw new Error(`no connection as ${role}`);
  return client;
};

/** What each statement answered instead of "permission denied" (42501). */
async function notDenied(role: string, statements: string[]): Promise<string[]> {
  const through: string[] = [];
  for (const statement of statements) {
    const outcome = await on(role).query(statement).then(() => "accepted", (error: { code?: string }) => error.code ?? "?");
    if (outcome !== "42501") through.push(`${statement}: ${outcome}`);
  }
  return through;
}

type Relation = { name: string; kind: string; column: string };
const relations = async (): Promise<Relation[]> =>
  (await db.query<Relation>(
    `select c.oid::regclass::text as name, c.relkind as kind, (select quote_ident(a.attname) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attidentity = '' order by a.attnum limit 1) as column
       from pg_class c where c.relnamespace::regnamespace::text = any ($1) and c.relkind in ('r', 'p', 'v', 'm') order by 1`, [schemas])).rows;

test.each([web, worker, queue])("%s can neither read nor write any table or view", async (role) => {
  const statements = (await relations()).flatMap(({ name, kind, column }) => [
    `select * from ${name}`, `select count(*) from ${name}`, `insert into ${name} default values`, `update ${name} set ${column} = ${column}`, `delete from ${name}`,
    ...(kind === "r" ? [`truncate ${name} cascade`, `do $$ begin lock table ${name}; end $$`, `copy ${name} to stdout`] : []),
  ]);
  expect(statements.length).toBeGreaterThan(150);
  expect(await notDenied(role, statements)).toEqual([]);
});

test("the auditor reads books and decisions, never people, sessions or mails, and writes nothing", async () => {
  const all = await relations();
  const writes = all.flatMap(({ name, kind, column }) => [`insert into ${name} default values`, `update ${name} set ${column} = ${column}`, `delete from ${name}`, ...(kind === "r" ? [`truncate ${name} cascade`] : [])]);
  // A view that takes no rows says so before it looks at rights.
  expect((await notDenied(auditor, writes)).filter((line) => !line.includes("ledger.balances"))).toEqual([]);
  const readable = (await notDenied(auditor, all.map(({ name }) => `select from ${name}`))).map((line) => line.replace(/^select from (\S+): accepted$/, "$1"));
  expect(readable.filter((name) => /^(identity|outbox|core)\.|files|destinations|request_keys/.test(name)).filter((name) => name !== "funding.files" && name !== "funding.destinations")).toEqual([]);
  // Granted with their schema, but behind row security without a policy for the auditor.
  for (const name of ["funding.files", "funding.destinations"]) expect((await on(auditor).query(`select from ${name}`)).rowCount).toBe(0);
});

test.each([web, worker, queue, auditor])("%s draws from no sequence", async (role) => {
  const { rows } = await db.query<{ name: string }>("select c.oid::regclass::text as name from pg_class c where c.relnamespace::regnamespace::text = any ($1) and c.relkind = 'S'", [schemas]);
  expect(rows.length).toBeGreaterThan(3);
  expect(await notDenied(role, rows.flatMap(({ name }) => [`select nextval('${name}')`, `select setval('${name}', 1)`, `select last_value from ${name}`]))).toEqual([]);
});

test("no application role may execute a function that is not the desk's", async () => {
  const { rows } = await db.query<{ role: string; name: string }>(
    `select r.rolname as role, p.oid::regprocedure::text as name from pg_proc p, pg_roles r
      where r.rolname = any ($2) and has_function_privilege(r.oid, p.oid, 'execute') and p.pronamespace::regnamespace::text = any ($1)
        and not (p.pronamespace = 'desk'::regnamespace and p.proname ~ '^(public|auth|member|staff|api|worker|sandbox)_')`, [schemas, [web, worker, queue, auditor]]);
  expect(rows).toEqual([]);
});

test("the web executes what is for people, the worker what is for jobs, and nobody what is the other's", async () => {
  const all = await deskFunctions(db);
  const { rows } = await db.query<{ role: string; names: string[] }>(
    `select r.rolname as role, array_agg(p.proname::text order by p.proname) as names from pg_proc p, pg_roles r
      where r.rolname = any ($1) and p.pronamespace = 'desk'::regnamespace and has_function_privilege(r.oid, p.oid, 'execute') group by 1`, [[web, worker, queue, auditor]]);
  const granted = Object.fromEntries(rows.map(({ role, names }) => [role, names]));
  const names = (keep: (audience: string) => boolean) => all.filter(({ audience }) => keep(audience)).map(({ name }) => name);
  expect(granted[web]).toEqual(names((audience) => audience !== "worker"));
  expect(granted[worker]).toEqual(names((audience) => ["worker", "sandbox"].includes(audience)));
  expect(granted[queue]).toBeUndefined();
  expect(granted[auditor]).toBeUndefined();
});

/** A call with nulls of the right types: enough to find out whether it may be executed at all. */
const callOf = (schema: string, name: string, types: string[]) => `select ${schema}.${name}(${types.map((type) => `null::${type}`).join(", ")})`;

test("calling a function of another room is refused before it runs", async () => {
  const { rows } = await db.query<{ schema: string; name: string; types: string[]; trigger: boolean }>(
    `select p.pronamespace::regnamespace::text as schema, p.proname as name, array(select format_type(t.oid, null) from unnest(p.proargtypes::oid[]) with ordinality t (oid, n) order by n) as types
       from pg_proc p where p.pronamespace::regnamespace::text = any ($1) and p.prorettype <> 'trigger'::regtype`, [schemas]);
  const inner = rows.filter(({ schema, name }) => schema !== "desk" || !/^(public|auth|member|staff|api|worker|sandbox)_/.test(name));
  for (const role of [web, worker, queue, auditor]) {
    expect(await notDenied(role, inner.map(({ schema, name, types }) => callOf(schema, name, types)))).toEqual([]);
  }
  const desk = rows.filter(({ schema }) => schema === "desk");
  expect(await notDenied(web, desk.filter(({ name }) => name.startsWith("worker_")).map(({ schema, name, types }) => callOf(schema, name, types)))).toEqual([]);
  expect(await notDenied(worker, desk.filter(({ name }) => /^(public|auth|member|staff)_/.test(name)).map(({ schema, name, types }) => callOf(schema, name, types)))).toEqual([]);
});

test.each([web, worker, queue, auditor])("%s becomes nobody else and makes nothing of its own", async (role) => {
  const others = ["postgres", "coffer_owner", "coffer_reader", "coffer_web", "coffer_worker", "coffer_queue", "coffer_auditor", "coffer_outside_auditor"].filter((other) => other !== role);
  const statements = [
    ...others.map((other) => `set role ${other}`), ...others.map((other) => `grant ${other} to ${role}`),
    `alter role ${role} superuser`, `alter role ${role} bypassrls`, "create role stranger",
    "create table public.stray (id integer)", "create function public.stray() returns integer language sql as 'select 1'", "create temporary table text (id integer)",
    "create table desk.stray (id integer)", "create function desk.stray() returns integer language sql as 'select 1'", "alter function desk.member_home(text) security invoker",
    "alter function desk.member_home(text) owner to current_user", "drop function desk.member_home(text)", "grant execute on function ledger.post to current_user",
    "alter table ledger.lines disable row level security", "alter table ledger.lines disable trigger all", "drop trigger lines_balance on ledger.lines", "drop schema ledger cascade",
    "set session_replication_role = replica", "alter system set fsync = off", "select pg_read_file('postgresql.conf')", "copy (select 1) to program 'id'", "create extension dblink",
    "reindex table ledger.lines", "create publication stray for all tables", "comment on schema ledger is 'mine'",
  ].filter((statement) => !(role === queue && statement.startsWith("create extension")));
  const through = await notDenied(role, statements);
  // Not a denial but a refusal all the same: a missing object or a grant that warns and gives nothing.
  expect(through.filter((line) => line.endsWith(": accepted"))).toEqual([]);
  expect((await on(role).query<{ me: string }>("select current_user as me")).rows).toEqual([{ me: role }]);
});

test("row security holds for the reader: without a caller it sees no member, wallet, line or request", async () => {
  await db.query("insert into identity.members (email, first_name, last_name, referral_code, terms_version, terms_accepted_at, joined_at) values ('seen@example.test', 'Seen', 'Test', 'SEENSEEN', '1', now(), now())");
  await db.query("begin");
  await db.query("set local role coffer_reader");
  const { rows } = await db.query<{ policies: string; members: string; staff: string }>("select (select count(*) from pg_policies where 'coffer_reader' = any (roles)) as policies, (select count(*) from identity.members) as members, (select count(*) from identity.staff) as staff");
  await db.query("rollback");
  expect(rows[0]).toMatchObject({ members: "0", staff: "0" });
});

test("settings that claim to be somebody do not open row security from outside the desk", async () => {
  // Whoever may set the words still has no right to read with them.
  await on(web).query("begin");
  await on(web).query("select set_config('coffer.audience', 'staff', true), set_config('coffer.actor', '1', true), set_config('coffer.member', '1', true)");
  await expect(on(web).query("select * from identity.members")).rejects.toMatchObject({ code: "42501" });
  await on(web).query("rollback");
  await on(web).query("begin");
  await on(web).query("select set_config('coffer.audience', 'staff', true)");
  await expect(on(web).query("select desk.member_home(p_token => 'x')")).rejects.toMatchObject({ message: "signed_out" });
  await on(web).query("rollback");
});

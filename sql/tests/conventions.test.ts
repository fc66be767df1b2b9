/** The catalogue has no open doors and keeps the conventions of the house (spec 8 row 31). */
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";

import { code, schemas, sqlFiles } from "./support/catalogue";
import { testDatabase, type TestDatabase } from "./support/database";

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

/** The first column of what a query finds in our schemas ($1). A law holds when it finds nothing. */
async function finds(sql: string): Promise<string[]> {
  const { rows } = await db.query<Record<string, string>>(sql, [schemas]);
  return rows.map((row) => Object.values(row).join(" ")).sort();
}

test("the schemas are the domains of the house and nothing else", async () => {
  const { rows } = await db.query<{ name: string }>("select nspname as name from pg_namespace where nspname !~ '^(pg_|information_schema)' and nspname not in ('public', 'graphile_worker')");
  expect(rows.map(({ name }) => name).sort()).toEqual([...schemas].sort());
  expect(await finds("select relname from pg_class where relnamespace = 'public'::regnamespace and cardinality($1::text[]) > 0")).toEqual([]);
});

test("every definer function pins an empty search_path", async () => {
  expect(await finds("select p.oid::regprocedure::text from pg_proc p where p.pronamespace::regnamespace::text = any ($1) and p.prosecdef and not coalesce(p.proconfig @> array['search_path=\"\"'], false)")).toEqual([]);
});

test("public may execute nothing, use no schema of ours, read no table and create nothing", async () => {
  expect(await finds("select p.oid::regprocedure::text from pg_proc p where p.pronamespace::regnamespace::text = any ($1) and (p.proacl is null or exists (select from aclexplode(p.proacl) where grantee = 0))")).toEqual([]);
  expect(await finds("select nspname from pg_namespace, aclexplode(nspacl) a where nspname = any ($1) and a.grantee = 0")).toEqual([]);
  expect(await finds("select c.oid::regclass::text from pg_class c, aclexplode(c.relacl) a where c.relnamespace::regnamespace::text = any ($1) and a.grantee = 0")).toEqual([]);
  expect(await finds("select a.privilege_type from pg_database, aclexplode(datacl) a where datname = current_database() and a.grantee = 0 and cardinality($1::text[]) > 0")).toEqual([]);
  expect(await finds("select 'create in public' from pg_namespace, aclexplode(nspacl) a where nspname = 'public' and a.grantee = 0 and a.privilege_type = 'CREATE' and cardinality($1::text[]) > 0")).toEqual([]);
});

test("everything belongs to the owner, and only reading functions of the desk to the reader", async () => {
  expect(await finds("select c.oid::regclass::text from pg_class c where c.relnamespace::regnamespace::text = any ($1) and c.relowner <> 'coffer_owner'::regrole")).toEqual([]);
  expect(await finds("select p.oid::regprocedure::text from pg_proc p where p.pronamespace::regnamespace::text = any ($1) and p.proowner <> 'coffer_owner'::regrole and not (p.proowner = 'coffer_reader'::regrole and p.pronamespace = 'desk'::regnamespace)")).toEqual([]);
});

test("the roles can do nothing but what was granted: no superuser, no bypass of row security, no inherited role", async () => {
  expect(await finds("select rolname from pg_roles where rolname like 'coffer\\_%' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication) and cardinality($1::text[]) > 0")).toEqual([]);
  expect(await finds("select rolname from pg_roles where rolname in ('coffer_owner', 'coffer_reader') and rolcanlogin and cardinality($1::text[]) > 0")).toEqual([]);
  expect(await finds("select r.roleid::regrole::text || ' to ' || r.member::regrole from pg_auth_members r where r.member::regrole::text like 'coffer\\_%' and cardinality($1::text[]) > 0")).toEqual(["coffer_reader to coffer_owner"]);
});

test("every table has a primary key, a comment and row security", async () => {
  const tables = "from pg_class c where c.relnamespace::regnamespace::text = any ($1) and c.relkind in ('r', 'p')";
  expect(await finds(`select c.oid::regclass::text ${tables} and not exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary)`)).toEqual([]);
  expect(await finds(`select c.oid::regclass::text ${tables} and coalesce(obj_description(c.oid, 'pg_class'), '') = ''`)).toEqual([]);
  expect(await finds(`select c.oid::regclass::text ${tables} and not c.relrowsecurity`)).toEqual([]);
});

test("every schema, view, type, sequence and function has a comment", async () => {
  expect(await finds("select nspname from pg_namespace n where nspname = any ($1) and obj_description(n.oid, 'pg_namespace') is null")).toEqual([]);
  expect(await finds("select c.oid::regclass::text from pg_class c where c.relnamespace::regnamespace::text = any ($1) and c.relkind in ('v', 'm') and obj_description(c.oid, 'pg_class') is null")).toEqual([]);
  expect(await finds("select p.oid::regprocedure::text from pg_proc p where p.pronamespace::regnamespace::text = any ($1) and coalesce(obj_description(p.oid, 'pg_proc'), '') = ''")).toEqual([]);
  expect(await finds("select t.oid::regtype::text from pg_type t join pg_class c on c.oid = t.typrelid where t.typnamespace::regnamespace::text = any ($1) and c.relkind = 'c' and obj_description(t.oid, 'pg_type') is null")).toEqual([]);
  // Those of identity columns belong to their column.
  expect(await finds("select c.oid::regclass::text from pg_class c where c.relnamespace::regnamespace::text = any ($1) and c.relkind = 'S' and obj_description(c.oid, 'pg_class') is null and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'i')")).toEqual([]);
});

test("a view sees with its caller's eyes, but for those of outside auditors, who have no rights on tables", async () => {
  expect(await finds("select c.oid::regclass::text from pg_class c where c.relnamespace <> 'auditor'::regnamespace and c.relnamespace::regnamespace::text = any ($1) and c.relkind in ('v', 'm') and not coalesce(c.reloptions @> array['security_invoker=true'], false)")).toEqual([]);
});

test("no stored amount is a float, money or bare numeric: only rates are numeric", async () => {
  const columns = "from information_schema.columns where table_schema = any ($1)";
  expect(await finds(`select table_schema || '.' || table_name || '.' || column_name ${columns} and data_type in ('real', 'double precision', 'money')`)).toEqual([]);
  expect(await finds(`select table_schema || '.' || table_name || '.' || column_name ${columns} and data_type = 'numeric' and column_name !~ '(^|_)rate$'`)).toEqual([]);
  expect(await finds(`select table_schema || '.' || table_name || '.' || column_name ${columns} and column_name ~ '^(amount|balance|held|minimum|maximum|received|fee|base|total)$' and data_type <> 'bigint' and data_type <> 'numeric'`)).toEqual([]);
});

test("every stored amount is bounded by a constraint", async () => {
  const bounded = await finds(`select c.conrelid::regclass::text || '.' || a.attname from pg_constraint c cross join unnest(c.conkey) k join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k where c.connamespace::regnamespace::text = any ($1) and c.contype = 'c'`);
  const amounts = await finds("select table_schema || '.' || table_name || '.' || column_name from information_schema.columns join pg_class c on c.oid = (table_schema || '.' || table_name)::regclass and c.relkind = 'r' where table_schema = any ($1) and column_name ~ '^(amount|balance|held|minimum|maximum|received|fee|base)$'");
  // Copies made by one function each: appended movements and what a run holds; both are compared by ledger.verify(). Lines are bounded
  // by the balance law itself (ledger/tests/balance-law.test.ts). Snapshots are sums of lines, compared with them.
  expect(amounts.filter((name) => !bounded.includes(name) && name !== "ledger.lines.amount")).toEqual(["invest.accrual_reserves.amount", "ledger.snapshot_totals.balance", "ledger.snapshots.balance", "ledger.unfolded.amount"]);
});

test("lines and balances are written by the posting functions alone, because a balance is the sum of its lines only if it moves with them", () => {
  const writers = (pattern: RegExp) => sqlFiles().filter((file) => !file.path.includes("migrations/") && pattern.test(code(file.text))).map((file) => file.path.replace(/^.*functions\//, "")).sort();
  expect(writers(/insert into ledger\.lines\b/)).toEqual(["move.sql", "move_many.sql", "post.sql"]);
  expect(writers(/update ledger\.account_balances\b[^;]*set balance\b/)).toEqual(["fold_account.sql", "move.sql", "move_balances.sql"]);
});

test("every foreign key is indexed and declares its delete rule", async () => {
  const keys = "from pg_constraint f where f.connamespace::regnamespace::text = any ($1) and f.contype = 'f'";
  expect(await finds(`select f.conrelid::regclass::text || ' ' || f.conname ${keys} and not exists (select from pg_index i where i.indrelid = f.conrelid and (i.indkey::int2[])[0:cardinality(f.conkey) - 1] @> f.conkey)`)).toEqual([]);
  expect(await finds(`select f.conrelid::regclass::text || ' ' || f.conname ${keys} and f.confdeltype = 'a'`)).toEqual([]);
});

test("the names of constraints and unique indexes read as sentences", async () => {
  const named = await finds("select conname from pg_constraint where connamespace::regnamespace::text = any ($1) and contype in ('c', 'u', 'x')");
  const indexes = await finds("select x.relname from pg_index i join pg_class x on x.oid = i.indexrelid where x.relnamespace::regnamespace::text = any ($1) and i.indisunique and not i.indisprimary");
  const names = [...named, ...indexes].filter((name) => name !== "migrations_pkey");
  expect(names.filter((name) => !/^[a-z]+(_[a-z0-9]+){2,}$/.test(name) || /_(check|key|excl|idx)\d*$/.test(name))).toEqual([]);
});

test("triggers fire whoever writes, also in a session that replays", async () => {
  expect(await finds("select t.tgrelid::regclass::text || ' ' || t.tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid where c.relnamespace::regnamespace::text = any ($1) and not t.tgisinternal and t.tgenabled <> 'A'")).toEqual([]);
});

test("what is guarded row by row is guarded against truncate too", async () => {
  const guarded = `from pg_trigger t join pg_class c on c.oid = t.tgrelid where c.relnamespace::regnamespace::text = any ($1) and not t.tgisinternal`;
  // Bits of tgtype: 8 delete, 32 truncate.
  expect(await finds(`select distinct t.tgrelid::regclass::text ${guarded} and t.tgtype & 8 <> 0 and not exists (select from pg_trigger u where u.tgrelid = t.tgrelid and u.tgtype & 32 <> 0)`)).toEqual([]);
});

test("one function per file under its own name, and no function without a file", async () => {
  const files = sqlFiles().filter(({ folder, domain }) => folder === "functions" || (domain === "desk" && folder !== "triggers")).filter(({ path }) => path.split("/").length === 3);
  const byFile = files.map(({ path, text }) => ({ path, made: [...code(text).matchAll(/create or replace function ([a-z_]+\.[a-z_0-9]+)/g)].map((match) => match[1]) }));
  expect(byFile.filter(({ path, made }) => made.length !== 1 || made[0] !== `${path.split("/")[0]}.${path.split("/")[2]?.replace(".sql", "")}`)).toEqual([]);
  expect([...new Set(await finds("select p.pronamespace::regnamespace::text || '.' || p.proname from pg_proc p where p.pronamespace::regnamespace::text = any ($1)"))]).toEqual(byFile.map(({ made }) => made[0]).sort());
});

test("every function file declares its volatility and says what it does, in at most 300 lines", () => {
  const files = sqlFiles().filter(({ text }) => text.includes("create or replace function"));
  expect(files.filter(({ text }) => !/^language (sql|plpgsql)( [a-z ]+)? (volatile|stable|immutable)\b/m.test(text) && !/^language (sql|plpgsql) (volatile|stable|immutable)\b/m.test(text)).map(({ path }) => path)).toEqual([]);
  expect(files.filter(({ text }) => !/^(-- owner: reader\n)?\/\* /.test(text)).map(({ path }) => path)).toEqual([]);
  expect(sqlFiles().filter(({ lines, path }) => lines > 300 && path !== "schema.sql").map(({ path }) => path)).toEqual([]);
});

test("the clock is an argument: no rule about money asks what time it is", () => {
  const rules = sqlFiles().filter(({ path }) => /^(invest|treasury|referral|funding|approval|compliance|ev|network|payout)\/(functions|views|triggers)\//.test(path));
  expect(rules.filter(({ text }) => /\b(now\(\)|clock_timestamp|statement_timestamp|transaction_timestamp|current_date|current_timestamp|localtimestamp|business_now)\b/i.test(code(text))).map(({ path }) => path)).toEqual([]);
  expect(sqlFiles("desk").filter(({ text, path }) => /\bcurrent_date\b|\bnow\(\)/i.test(code(text)) && !path.includes("desk/")).map(({ path }) => path)).toEqual([]);
});

/** Filled twice, with columns of the same types each time. */
const filledTwice = [
  "identity/functions/enter.sql v_session: the second has a cast for each column",
  "invest/functions/accrue_chunk.sql v_part: both times of one function",
  "network/functions/place.sql v_slot: an id and a side, of a function or of the arguments",
];

test("a record is filled by one statement: with columns of other types the plans of its first use refuse the second, on connections that have met both", () => {
  const twice = sqlFiles().filter(({ path }) => !path.startsWith("migrations/") && path !== "schema.sql").flatMap(({ path, text }) =>
    [...code(text).matchAll(/\b(v_\w+) record\b/g)].flatMap(([, name = ""]) => {
      const filled = [...code(text).matchAll(new RegExp(`\\binto (?:strict )?(?:[\\w.]+, *)*${name}\\b|\\bfor ${name} in\\b|\\b${name} (?:record )?:=`, "g"))];
      return filled.length === 1 ? [] : [`${path} ${name}`];
    }));
  expect(twice).toEqual(filledTwice.map((one) => one.split(":")[0]));
});

test("money is never cast to a float", () => {
  expect(sqlFiles().filter(({ text, path }) => path !== "schema.sql" && /::(float|float4|float8|real|double precision|money)\b/i.test(code(text))).map(({ path }) => path)).toEqual([]);
});

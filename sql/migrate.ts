/**
 * Brings a database to the shape of this checkout, under one advisory lock:
 * roles, then forward-only migrations (hash-checked: an applied file may never change), then the function files whose
 * text changed, all of those in one transaction, then the grants. Running it again changes nothing.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { runMigrations } from "graphile-worker";
import { runner } from "node-pg-migrate";
import pg from "pg";

const here = path.dirname(fileURLToPath(import.meta.url));

/** Who may lean on whom: a domain may use those before it (house.md). */
export const domains = [
  "core", "identity", "audit", "outbox", "messaging", "office", "ledger", "treasury", "approval", "referral", "funding", "invest", "ev", "compliance", "network", "payout", "auditor", "desk",
] as const;

/**
 * Roles of spec 8. `owner` and `reader` never log in; web and worker execute desk functions and hold nothing else. `auditor` is the operator's own and
 * reads the tables of the books; `outside` is somebody else's and reads the views of the schema `auditor`.
 */
export const roles = { owner: "coffer_owner", reader: "coffer_reader", web: "coffer_web", worker: "coffer_worker", queue: "coffer_queue", auditor: "coffer_auditor", outside: "coffer_outside_auditor" } as const;

export type RolePasswords = Partial<Record<"web" | "worker" | "queue" | "auditor" | "outside", string>>;

export type MigrateOptions = {
  /** connection of a superuser or of a role that may create roles; its database is the one migrated */
  adminUrl: string;
  passwords?: RolePasswords;
  log?: (line: string) => void;
};

const lockKey = 4_266_337;
const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");

async function ensureRoles(client: pg.Client, passwords: RolePasswords): Promise<void> {
  for (const [name, role] of Object.entries(roles)) {
    const login = name !== "owner" && name !== "reader";
    const { rowCount } = await client.query("select 1 from pg_roles where rolname = $1", [role]);
    if (!rowCount) await client.query(`create role ${role} ${login ? "login" : "nologin"} noinherit nosuperuser nobypassrls`);
    const password = passwords[name as keyof RolePasswords];
    if (password) await client.query(`alter role ${role} password ${client.escapeLiteral(password)}`);
  }
  const { rows } = await client.query<{ db: string; me: string; owner: boolean; reader: boolean }>(
    "select current_database() as db, current_user as me, pg_has_role(current_user, 'coffer_owner', 'set') as owner, pg_has_role('coffer_owner', 'coffer_reader', 'usage') as reader",
  );
  const state = rows[0];
  if (!state) throw new Error("the database did not answer");
  if (!state.owner) await client.query(`grant coffer_owner to ${client.escapeIdentifier(state.me)}`);
  // Settings of a role hold for those who log in as it, not for its members: that is why auditors log in as this role.
  await client.query("alter role coffer_outside_auditor set default_transaction_read_only = on; alter role coffer_outside_auditor set statement_timeout = '10min'; alter role coffer_outside_auditor set idle_in_transaction_session_timeout = '10min'");
  // The owner hands reading functions over to the reader and later replaces them, for which it needs the reader's rights.
  if (!state.reader) await client.query("grant coffer_reader to coffer_owner with inherit true, set true");
  const db = client.escapeIdentifier(state.db);
  await client.query(`grant create, connect, temporary on database ${db} to coffer_owner; revoke all on database ${db} from public;
    grant connect on database ${db} to coffer_web, coffer_worker, coffer_auditor, coffer_outside_auditor; grant connect, create on database ${db} to coffer_queue;
    grant create on schema public to coffer_owner`);
}

async function applyMigrations(client: pg.Client, log: (line: string) => void): Promise<void> {
  const dir = path.join(here, "migrations");
  await client.query("create schema if not exists core");
  await client.query("create table if not exists core.migration_hashes (name text primary key, hash text not null, applied_at timestamptz not null default now())");
  const files = readdirSync(dir).filter((name) => name.endsWith(".sql")).sort();
  const known = new Map((await client.query<{ name: string; hash: string }>("select name, hash from core.migration_hashes")).rows.map((row) => [row.name, row.hash]));
  for (const name of files) {
    const before = known.get(name);
    if (before !== undefined && before !== hashOf(readFileSync(path.join(dir, name), "utf8"))) {
      throw new Error(`migration ${name} was changed after it was applied; write a new migration instead`);
    }
  }
  if (files.every((name) => known.has(name))) return;
  await runner({ dbClient: client, dir, direction: "up", migrationsTable: "migrations", migrationsSchema: "core", count: Infinity, noLock: true, singleTransaction: true, log: () => undefined });
  for (const name of files.filter((file) => !known.has(file))) {
    await client.query("insert into core.migration_hashes (name, hash) values ($1, $2)", [name, hashOf(readFileSync(path.join(dir, name), "utf8"))]);
    log(`migrated ${name}`);
  }
}

type ObjectFile = { path: string; text: string; schema: string; name: string; kind: "function" | "view" | "trigger"; audience: string | null; reader: boolean };

function objectFiles(): ObjectFile[] {
  const found: ObjectFile[] = [];
  const read = (schema: string, folder: string, kind: ObjectFile["kind"], audience: string | null) => {
    const dir = path.join(here, folder);
    if (!existsSync(dir)) return;
    for (const file of readdirSync(dir).filter((name) => name.endsWith(".sql")).sort()) {
      const text = readFileSync(path.join(dir, file), "utf8");
      found.push({ path: `${folder}/${file}`, text, schema, name: file.replace(/\.sql$/, ""), kind, audience, reader: /^-- owner: reader\b/m.test(text) });
    }
  };
  for (const domain of domains) {
    for (const [folder, kind] of [["views", "view"], ["functions", "function"], ["triggers", "trigger"]] as const) read(domain, `${domain}/${folder}`, kind, null);
  }
  for (const audience of ["public", "auth", "member", "staff", "api", "worker", "sandbox"]) read("desk", `desk/${audience}`, "function", audience);
  return found;
}

/** Every overload of a function with the stamp of its catalogue row: a row written anew has a new one. */
async function overloads(client: pg.Client, file: ObjectFile): Promise<{ signature: string; stamp: string }[]> {
  const { rows } = await client.query<{ signature: string; stamp: string }>(
    "select oid::regprocedure::text as signature, oid || ':' || xmin as stamp from pg_proc where pronamespace = $1::regnamespace and proname = $2",
    [file.schema, file.name],
  );
  return rows;
}

async function applyFunction(client: pg.Client, file: ObjectFile): Promise<void> {
  const before = (await overloads(client, file)).map((row) => row.stamp);
  await client.query("savepoint one_object");
  try {
    await client.query(file.text);
  } catch (error) {
    const code = (error as { code?: string }).code;
    // 42P13: the return type or an argument's name changed, which `or replace` cannot do. 42725: the arguments changed, so that the
    // file's comment finds the former function beside the new one.
    if (code !== "42P13" && code !== "42725") throw Object.assign(error as Error, { message: `${file.path}: ${(error as Error).message}` });
    await client.query("rollback to savepoint one_object");
    for (const { signature } of await overloads(client, file)) await client.query(`drop function ${signature}`);
    await client.query(file.text);
  }
  await client.query("release savepoint one_object");
  const all = (await overloads(client, file)).map((row) => ({ ...row, fresh: !before.includes(row.stamp) }));
  if (!all.some((row) => row.fresh)) throw new Error(`${file.path} does not create ${file.schema}.${file.name}`);
  for (const row of all) {
    if (!row.fresh) await client.query(`drop function ${row.signature}`);
    else {
      if (file.reader) await client.query(`alter function ${row.signature} owner to ${roles.reader}`);
      await client.query(`revoke all on function ${row.signature} from public`);
      if (file.audience) {
        const to = file.audience === "worker" ? roles.worker : file.audience === "sandbox" ? `${roles.web}, ${roles.worker}` : roles.web;
        await client.query(`grant execute on function ${row.signature} to ${to}`);
      }
    }
  }
}

async function applyObjects(client: pg.Client, log: (line: string) => void): Promise<void> {
  const files = objectFiles();
  const known = new Map((await client.query<{ path: string; hash: string }>("select path, hash from core.object_files")).rows.map((row) => [row.path, row.hash]));
  const changed = files.filter((file) => known.get(file.path) !== hashOf(file.text));
  const gone = [...known.keys()].filter((known_path) => !files.some((file) => file.path === known_path));
  const grants = domains.map((domain) => path.join(here, domain, "grants.sql")).filter(existsSync).map((file) => readFileSync(file, "utf8"));
  const grantsHash = hashOf(grants.join("\n"));
  const { rows } = await client.query<{ hash: string }>("select hash from core.object_files where path = '@grants'");
  if (changed.length === 0 && gone.filter((name) => !name.startsWith("@")).length === 0 && rows[0]?.hash === grantsHash) return;

  await client.query("set local check_function_bodies = off");
  // A function's owner must be able to create in its schema at the moment it is handed over, and only then.
  await client.query(`grant usage, create on schema desk to ${roles.reader}`);
  for (const file of changed) {
    if (file.kind === "function") await applyFunction(client, file);
    else await client.query(file.text).catch((error: Error) => { throw Object.assign(error, { message: `${file.path}: ${error.message}` }); });
    await client.query("insert into core.object_files (path, hash) values ($1, $2) on conflict (path) do update set hash = excluded.hash, applied_at = now()", [file.path, hashOf(file.text)]);
  }
  for (const goneFile of gone.filter((name) => !name.startsWith("@"))) {
    const parts = goneFile.replace(/\.sql$/, "").split("/");
    const file = { schema: parts[0] ?? "", name: parts.at(-1) ?? "" } as ObjectFile;
    if (goneFile.includes("/views/")) await client.query(`drop view if exists ${file.schema}.${file.name}`);
    else if (goneFile.includes("/triggers/")) throw new Error(`${goneFile} was deleted: drop the trigger in a migration`);
    else for (const { signature } of await overloads(client, file)) await client.query(`drop function ${signature}`);
    await client.query("delete from core.object_files where path = $1", [goneFile]);
  }
  await client.query(`revoke create on schema desk from ${roles.reader}`);
  // Bodies were taken unread so that order does not matter; now that everything stands, each is read.
  await client.query("set local check_function_bodies = on");
  for (const file of changed.filter((one) => one.kind === "function")) {
    for (const { signature } of await overloads(client, file)) {
      await client.query("select case l.lanname when 'plpgsql' then plpgsql_validator(p.oid)::text else fmgr_sql_validator(p.oid)::text end from pg_proc p join pg_language l on l.oid = p.prolang where p.oid = $1::regprocedure", [signature])
        .catch((error: Error) => { throw Object.assign(error, { message: `${file.path}: ${error.message}` }); });
    }
  }
  for (const text of grants) await client.query(text);
  await client.query("insert into core.object_files (path, hash) values ('@grants', $1) on conflict (path) do update set hash = excluded.hash, applied_at = now()", [grantsHash]);
  log(`applied ${changed.length} objects, dropped ${gone.length}`);
}

/** The queue's own schema belongs to the queue role: the worker process reaches it with that login and no other. */
async function migrateQueue(adminUrl: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: adminUrl, max: 1, options: `-c role=${roles.queue}` });
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  try {
    await runMigrations({ pgPool: pool });
    // Staff look at what waits and what has failed; only the worker changes it.
    await pool.query("grant usage on schema graphile_worker to coffer_reader; grant select on graphile_worker.jobs to coffer_reader");
  } finally {
    await pool.end();
  }
}

/** Migrates the database of `adminUrl`. Throws with the file's name when one cannot be applied; then nothing of it is. */
export async function migrate({ adminUrl, passwords = {}, log = () => undefined }: MigrateOptions): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl, application_name: "coffer-migrate" });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [lockKey]);
    await ensureRoles(client, passwords);
    const { rows } = await client.query("select 1 from pg_namespace where nspname = 'graphile_worker'");
    await client.query(`set role ${roles.owner}`);
    await applyMigrations(client, log);
    await client.query("begin");
    await applyObjects(client, log);
    const seed = readFileSync(path.join(here, "seeds", "reference.sql"), "utf8");
    const { rows: seeded } = await client.query<{ hash: string }>("select hash from core.object_files where path = '@seed'");
    if (seeded[0]?.hash !== hashOf(seed)) {
      await client.query(seed);
      await client.query("insert into core.object_files (path, hash) values ('@seed', $1) on conflict (path) do update set hash = excluded.hash, applied_at = now()", [hashOf(seed)]);
    }
    await client.query("commit");
    await client.query("reset role");
    if (rows.length === 0) await client.query(`grant coffer_queue to current_user`);
    await migrateQueue(adminUrl);
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

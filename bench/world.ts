/** A throwaway server with durable settings, and databases of so many members in it, filled set-based. */
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";

import pg from "pg";

import { migrate } from "../sql/migrate.ts";
import { startCluster, type Cluster } from "../tools/cluster.ts";

/** Like production on a small machine, durable; printed with every run. */
const settings = { shared_buffers: "1GB", max_wal_size: "8GB", checkpoint_timeout: "30min", max_connections: "100" };

const template = "bench_template";

export type Server = { cluster: Cluster; /** version and the settings figures depend on, as the server says them */
  facts(): Promise<string>; stop(): Promise<void> };

/** One database of the server. Ids of members and of each kind of wallet are without gaps, so that a script can draw one. */
export type World = {
  server: Server;
  database: string;
  sql: pg.Client;
  members: number;
  firstMember: string;
  bank: string;
  /** lowest and highest account of a kind of wallet */
  wallets: Record<string, { first: string; last: string }>;
  close(): Promise<void>;
};

async function asAdmin(cluster: Cluster, work: string): Promise<Record<string, string>[]> {
  const client = new pg.Client({ connectionString: cluster.url("postgres", "postgres") });
  await client.connect();
  try {
    return (await client.query<Record<string, string>>(work)).rows;
  } finally {
    await client.end();
  }
}

/** Starts a server and migrates the template of its databases. */
export async function startServer(): Promise<Server> {
  const dir = mkdtempSync(path.join(os.tmpdir(), "coffer-bench-"));
  const cluster = await startCluster({ dir: path.join(dir, "postgres"), settings });
  const stop = async () => {
    await cluster.stop();
    rmSync(dir, { recursive: true, force: true });
  };
  try {
    await asAdmin(cluster, `create database ${template}`);
    await migrate({ adminUrl: cluster.url("postgres", template) });
  } catch (error) {
    await stop();
    throw error;
  }
  const names = ["server_version", ...Object.keys(settings), "synchronous_commit", "fsync", "full_page_writes", "wal_compression", "autovacuum", "jit"];
  const facts = async () => (await asAdmin(cluster, `select string_agg(n || '=' || current_setting(n), ' ' order by o) as facts from unnest('{${names.join(",")}}'::text[]) with ordinality u (n, o)`))[0]?.facts ?? "";
  return { cluster, facts, stop };
}

/**
 * A database with so many members, each with the wallets named and what they hold (minor units), received through one bank account.
 * Rows are those the functions would write. Checks row by row are off while they are written, and back on before anything is
 * measured; the balance law is on all the time.
 */
export async function makeWorld(server: Server, database: string, members: number, opening: Record<string, number>): Promise<World> {
  await asAdmin(server.cluster, `create database ${database} template ${template} strategy file_copy`);
  const sql = new pg.Client({ connectionString: server.cluster.url("postgres", database) });
  // After something failed the server is stopped under it: what failed must be heard, not that.
  sql.on("error", () => undefined);
  await sql.connect();
  const { rows: banks } = await sql.query<{ bank: string }>("select ledger.operator_account('bank:client:bench', 'USD') as bank");
  const bank = banks[0]?.bank ?? "";
  await sql.query("begin");
  await sql.query("alter table ledger.accounts disable trigger accounts_have_a_balance; set local session_replication_role = replica");
  await sql.query(
    `insert into identity.members (email, first_name, last_name, mobile, referral_code, terms_version, terms_accepted_at, joined_at)
     select 'm' || i || '@bench.test', 'M', 'T', '+1555' || lpad(i::text, 8, '0'), translate(lpad(i::text, 8, 'A'), '01', 'YZ'), '1', now(), now() from generate_series(1, $1::integer) i`,
    [members],
  );
  const kinds = Object.keys(opening);
  const amounts = Object.values(opening);
  await sql.query(
    `insert into ledger.accounts (kind, currency, member_id, side, floored)
     select w.kind, 'USD', m.id, -1, true from unnest($1::text[]) with ordinality w (kind, n), identity.members m order by w.n, m.id`,
    [kinds],
  );
  await sql.query(
    `insert into ledger.account_balances (account_id, balance, side, floored, appended, currency, floor)
     select a.id, w.amount, a.side, a.floored, a.appended, a.currency, 0 from ledger.accounts a join unnest($1::text[], $2::bigint[]) w (kind, amount) using (kind) order by a.id`,
    [kinds, amounts],
  );
  await sql.query(
    `create temp table openings on commit drop as
     select a.id, w.amount, (row_number() over (order by a.id) - 1) / 10000 as part, (row_number() over (order by a.id) - 1) % 10000 + 2 as line_no
       from ledger.accounts a join unnest($1::text[], $2::bigint[]) w (kind, amount) using (kind) where w.amount > 0`,
    [kinds, amounts],
  );
  await sql.query(`create temp table parts on commit drop as
    select p.*, nextval('ledger.journal_ids') as id from (select part, count(*) as lines, sum(amount)::bigint as total from openings group by part order by part) p`);
  await sql.query("insert into ledger.journals (id, posted_at, kind, value_on, line_count) select id, clock_timestamp(), 'opening', current_date - 60, lines + 1 from parts");
  await sql.query(
    `insert into ledger.lines (journal_id, account_id, amount, line_no, value_on)
     select p.id, l.account_id, l.amount, l.line_no, current_date - 60 from (
       select part, $1::bigint as account_id, total as amount, 1 as line_no from parts union all select part, id, -amount, line_no from openings) l join parts p using (part) order by p.id, l.line_no`,
    [bank],
  );
  await sql.query("update ledger.account_balances set balance = (select coalesce(sum(total), 0) from parts) where account_id = $1", [bank]);
  await sql.query("alter table ledger.accounts enable always trigger accounts_have_a_balance");
  await sql.query("commit");
  await sql.query("vacuum analyze");
  const { rows: ranges } = await sql.query<{ kind: string; first: string; last: string }>("select kind, min(id)::text as first, max(id)::text as last from ledger.accounts where member_id is not null group by kind");
  const { rows: people } = await sql.query<{ first: string }>("select min(id)::text as first from identity.members");
  return {
    server, database, sql, members, bank,
    firstMember: people[0]?.first ?? "",
    wallets: Object.fromEntries(ranges.map(({ kind, first, last }) => [kind, { first, last }])),
    close: async () => {
      await sql.end();
      await asAdmin(server.cluster, `drop database ${database} with (force)`);
    },
  };
}

/**
 * A session for each of so many members from the first on. The token of the n-th is n, filled up with b on the left, so that a script can
 * write it. Never idle: nobody else refreshes them while other things are measured.
 */
export async function signIn(world: World, members: number): Promise<void> {
  await world.sql.query(
    `insert into identity.sessions (token_hash, audience, actor_id, expires_at, idle_limit)
     select sha256(convert_to(lpad(n::text, 43, 'b'), 'UTF8')), 'member', $1::bigint + n - 1, clock_timestamp() + interval '12 hours', interval '12 hours' from generate_series(1, $2::integer) n`,
    [world.firstMember, members],
  );
  await world.sql.query("vacuum analyze identity.sessions");
}

export const staffToken = (role: string): string => role.padStart(43, "s");

/** A session of somebody with this role, both steps taken. Answers its token. */
export async function signInStaff(world: World, role: string): Promise<string> {
  const token = staffToken(role);
  await world.sql.query(
    `with one as (insert into identity.staff (email, name, role, created_at) values ($2 || '@bench.test', 'Bench', $2, now()) returning id)
     insert into identity.sessions (token_hash, audience, actor_id, assurance, expires_at, idle_limit)
     select sha256(convert_to($1, 'UTF8')), 'staff', id, 2, clock_timestamp() + interval '12 hours', interval '12 hours' from one`,
    [token, role],
  );
  return token;
}

/** The books are true, row by row; a figure measured on others means nothing. */
export async function verify(world: World): Promise<void> {
  const { rows } = await world.sql.query("select * from ledger.verify() limit 3");
  if (rows.length > 0) throw new Error(`the books of ${world.database} are wrong after the benchmark: ${JSON.stringify(rows)}`);
}

/** The same by sums, for books too large to look at each account and journal: everything is counted, and it adds up to nothing. */
export async function verifySums(world: World): Promise<void> {
  const { rows } = await world.sql.query<{ law: string; found: string }>(`
    select * from (
      select 'lines sum to zero' as law, coalesce(sum(amount), 0) as found from ledger.lines
      union all select 'journals have all their lines', (select coalesce(sum(line_count), 0) from ledger.journals) - (select count(*) from ledger.lines)
      union all select 'balances sum to zero', (select coalesce(sum(balance * side), 0) from ledger.account_balances) + (select coalesce(sum(u.amount * b.side), 0) from ledger.unfolded u join ledger.account_balances b using (account_id))
      union all select 'held is the sum of the open holds', (select coalesce(sum(held), 0) from ledger.account_balances) - (select coalesce(sum(amount), 0) from ledger.holds where state = 'open')
      union all select 'wallets hold what their lines say', (select coalesce(sum(b.balance), 0) from ledger.account_balances b join ledger.accounts a on a.id = b.account_id where a.member_id is not null)
        + (select coalesce(sum(l.amount), 0) from ledger.lines l join ledger.accounts a on a.id = l.account_id where a.member_id is not null)
      union all select 'accruals are the credits of their journals', (select coalesce(sum(amount), 0) from invest.accruals where journal_id is not null)
        + (select coalesce(sum(l.amount), 0) from ledger.lines l join ledger.journals j on j.id = l.journal_id where j.kind = 'accrual' and l.amount < 0)) x
    where found <> 0`);
  if (rows.length > 0) throw new Error(`the books of ${world.database} are wrong after the benchmark: ${JSON.stringify(rows)}`);
}

/** A throwaway server with durable settings, and the accounts the benchmarks move money between. */
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";

import pg from "pg";

import { migrate } from "../sql/migrate.ts";
import { startCluster, type Cluster } from "../tools/cluster.ts";

export type World = { cluster: Cluster; sql: pg.Client; firstAccount: string; lastAccount: string; bank: string; stop(): Promise<void> };

/** Settings that a figure depends on; printed with every run. */
export const settings = { shared_buffers: "1GB", max_wal_size: "8GB", checkpoint_timeout: "30min", max_connections: "100" };

/** A server with `members` members, each with a funded DEPOSIT wallet, and the tables of the `bare` baseline. */
export async function makeWorld(members: number): Promise<World> {
  const dir = mkdtempSync(path.join(os.tmpdir(), "coffer-bench-"));
  const cluster = await startCluster({ dir: path.join(dir, "postgres"), settings });
  const admin = new pg.Client({ connectionString: cluster.url("postgres", "postgres") });
  await admin.connect();
  await admin.query("create database bench");
  await admin.end();
  await migrate({ adminUrl: cluster.url("postgres", "bench") });
  const sql = new pg.Client({ connectionString: cluster.url("postgres", "bench") });
  await sql.connect();
  await sql.query(`
    insert into identity.members (email, first_name, last_name, mobile, referral_code, terms_version, terms_accepted_at, joined_at)
    select 'm' || i || '@bench.test', 'M', 'T', '+1555' || lpad(i::text, 8, '0'), translate(lpad(i::text, 8, 'A'), '01', 'YZ'), '1', now(), now() from generate_series(1, ${members}) i`);
  await sql.query("insert into ledger.accounts (kind, currency, member_id, side, floored) select 'DEPOSIT', 'USD', id, -1, true from identity.members order by id");
  const { rows } = await sql.query<{ first: string; last: string; bank: string }>(
    "select min(id) as first, max(id) as last, ledger.operator_account('bank:client:bench', 'USD') as bank from ledger.accounts where kind = 'DEPOSIT'",
  );
  const range = rows[0];
  if (!range) throw new Error("no accounts");
  await sql.query(`select ledger.post('opening', current_date, null, null, array_agg(l)) from (
    select ($1::bigint, count(*) * 1000000000, null)::ledger.line as l from ledger.accounts where kind = 'DEPOSIT'
    union all select (id, -1000000000, null)::ledger.line from ledger.accounts where kind = 'DEPOSIT') x`, [range.bank]);
  await sql.query(`
    create schema bench;
    create table bench.accounts (id bigint primary key, balance bigint not null) with (fillfactor = 60);
    create table bench.log (id bigint generated always as identity primary key, a bigint not null, b bigint not null, amount bigint not null, at timestamptz not null default now());
    insert into bench.accounts select row_number() over (), 1000000000 from ledger.accounts where kind = 'DEPOSIT';
    create function bench.bare(p_a bigint, p_b bigint, p_amount bigint) returns void language plpgsql as $$
    begin
      insert into bench.log (a, b, amount) values (p_a, p_b, p_amount);
      update bench.accounts set balance = balance - p_amount where id = p_a;
      update bench.accounts set balance = balance + p_amount where id = p_b;
    end $$`);
  await sql.query("vacuum analyze");
  return {
    cluster, sql, firstAccount: range.first, lastAccount: range.last, bank: range.bank,
    stop: async () => {
      await sql.end();
      await cluster.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

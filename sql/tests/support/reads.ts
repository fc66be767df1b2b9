/** What is read while something is done: whether an index is used is invisible with ten rows and the cost of everything with a million. */
import type pg from "pg";

/** Rows of each table, and entries of its indexes, that this connection reads while something is done, in a transaction of its own. What fails is taken back, and thrown. */
export async function rowsRead(by: pg.Client, work: () => Promise<unknown>, end: "commit" | "rollback" = "commit"): Promise<Map<string, number>> {
  const soFar = async () => new Map((await by.query<{ name: string; read: string }>(
    `select n.nspname || '.' || c.relname as name, (pg_stat_get_xact_tuples_returned(c.oid) + coalesce((select sum(pg_stat_get_xact_tuples_returned(i.indexrelid)) from pg_index i where i.indrelid = c.oid), 0))::text as read
       from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker')`)).rows.map(({ name, read }) => [name, Number.parseInt(read, 10)]));
  await by.query("begin");
  try {
    const before = await soFar();
    await work();
    const after = await soFar();
    await by.query(end);
    return new Map([...after].map(([name, read]) => [name, read - (before.get(name) ?? 0)]));
  } catch (error) {
    await by.query("rollback");
    throw error;
  }
}

/** So many people who have nothing. */
export async function manyMembers(by: pg.Client, count: number): Promise<void> {
  await by.query(
    `insert into identity.members (email, first_name, last_name, mobile, referral_code, terms_version, terms_accepted_at, joined_at)
     select 't' || i || '@old.example', 'T', 'M', '+1555' || lpad(i::text, 8, '0'), translate(lpad(i::text, 8, 'A'), '01', 'YZ'), '1', now(), now() from generate_series(1, $1::integer) i`, [count]);
}

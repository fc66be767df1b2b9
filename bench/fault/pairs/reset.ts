/** Puts a small database back to what it was in a few milliseconds, thousands of times, and tells two of its states apart. */
import type pg from "pg";

/** Written by migrations alone, or a counter of attempts. */
const untouched = /^(core\.(?!clock)|identity\.role_permissions|graphile_worker\.)/;

export type Reset = { (): Promise<void> };

type Table = { name: string; columns: string };

/**
 * Keeps a copy of every table. Putting back goes around the guards: in this throwaway database they are made ordinary triggers, so that a
 * session that replays passes them; every other session meets them as before.
 */
export async function keepState(db: pg.Client): Promise<Reset> {
  const { rows } = await db.query<Table>(
    `select c.oid::regclass::text as name, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema)' group by c.oid order by 1`);
  const tables = rows.filter(({ name }) => !untouched.test(name));
  const { rows: guards } = await db.query<{ statement: string }>(
    "select format('alter table %s enable trigger %I', t.tgrelid::regclass, t.tgname) as statement from pg_trigger t where t.tgenabled = 'A' and not t.tgisinternal");
  await db.query(guards.map(({ statement }) => statement).join(";"));
  await db.query("create schema kept");
  for (const { name } of tables) await db.query(`create table kept."${name}" as table ${name}`);
  const texts = tables.flatMap(({ name, columns }) => [`delete from ${name}`, `insert into ${name} (${columns}) overriding system value select ${columns} from kept."${name}"`]);
  // Sessions and codes live by the real clock; a long run must not outlive them.
  texts.push("update identity.sessions set seen_at = clock_timestamp(), expires_at = clock_timestamp() + interval '1 hour'", "update identity.challenges set created_at = clock_timestamp(), expires_at = clock_timestamp() + interval '9 minutes'");
  const text = `begin; set local session_replication_role = replica; ${texts.join("; ")}; commit`;
  let turns = 0;
  return async () => {
    await db.query(text);
    turns += 1;
    if (turns % 40 === 0) for (const { name } of tables) await db.query(`vacuum ${name}`);
  };
}

const member = (id: string) => `coalesce((select email from identity.members where id = ${id}), '')`;

/** Everything that matters, without names that are drawn at random: one line each, as a multiset. */
const lines = [
  `select 'balance ' || a.kind || ' ' || a.currency || ' ' || ${member("a.member_id")} || ' ' || b.balance || ' held ' || b.held from ledger.balances b join ledger.accounts a on a.id = b.account_id where b.balance <> 0 or b.held <> 0`,
  "select 'journal ' || j.kind || ' ' || j.value_on || ' ' || (select string_agg(a.kind || ' ' || l.amount, ', ' order by a.kind, l.amount, a.id) from ledger.lines l join ledger.accounts a on a.id = l.account_id where l.journal_id = j.id) from ledger.journals j",
  "select 'request ' || r.kind || ' ' || coalesce(r.amount::text, '') || ' ' || r.state || ' ' || (r.executed_at is not null) || ' ' || (select count(*) from approval.decisions d where d.request_id = r.id) from approval.requests r",
  `select 'deposit ' || ${member("d.member_id")} || ' ' || d.amount || ' ' || coalesce(d.received::text, '') || ' ' || d.state from funding.deposits d`,
  `select 'withdrawal ' || ${member("w.member_id")} || ' ' || w.amount || ' ' || w.state from funding.withdrawals w`,
  "select 'hold ' || amount || ' ' || reason || ' ' || state from ledger.holds",
  `select 'contract ' || ${member("i.member_id")} || ' ' || i.amount || ' ' || i.state || ' ' || (select count(*) || ' ' || coalesce(sum(amount), 0) from invest.accruals a where a.investment_id = i.id) from invest.investments i`,
  "select 'run ' || timezone || ' ' || as_of || ' ' || state from invest.accrual_runs",
  "select 'plan ' || p.name || ' ' || p.state || ' ' || coalesce((select string_agg(v.version || ' ' || v.state, ', ' order by v.version) from invest.plan_versions v where v.plan_id = p.id), '') from invest.plans p",
  "select 'item ' || journal_kind || ' ' || amount || ' ' || value_on || ' ' || k || ' ' || state from treasury.items",
  "select 'commission ' || base || ' ' || amount || ' ' || (journal_id is not null) from referral.commissions",
  "select 'mail ' || template || ' ' || to_email || ' ' || count(*) from outbox.mails group by template, to_email",
  "select 'audit ' || action || ' ' || count(*) from audit.log group by action",
  "select 'key ' || operation || ' ' || count(*) || ' ' || count(outcome) from ledger.request_keys group by operation",
  "select 'books ' || law || ' ' || object from ledger.verify()",
].join(" union all ");

export async function stateOf(db: pg.Client): Promise<string[]> {
  const { rows } = await db.query<{ line: string }>(`select line from (${lines}) x (line) order by line collate "C"`);
  return rows.map(({ line }) => line);
}

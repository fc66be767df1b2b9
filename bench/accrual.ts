/**
 * One day of return for many investments, through the same functions the worker calls, against a bare INSERT … SELECT of the very
 * rows it wrote into tables with the same columns, indexes and constraints (and no balances to keep). Alternating day by day.
 */
import { compare, type Figure } from "./report.ts";
import type { World } from "./world.ts";

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return (performance.now() - from) / 1000;
}

/** Contracts of 1,000.00 at 0.10 % a day over 1,000 days, spread over all members, in a treasury that can pay them. */
async function contracts(world: World, count: number): Promise<void> {
  const { sql } = world;
  await sql.query(`insert into ledger.accounts (kind, currency, member_id, side, floored)
    select k, 'USD', m.id, -1, true from identity.members m, unnest(array['INTEREST', 'INVESTED']) k order by k, m.id`);
  await sql.query("select treasury.fund('returns', 'USD', 9000000000000, $1, current_date, null, null)", [world.bank]);
  await sql.query(`
    insert into invest.plans (id, name, currency, timezone, state, created_at) values ('00000000-0000-7000-8000-000000000001', 'Bench', 'USD', 'UTC', 'active', now());
    insert into invest.plan_versions (id, plan_id, version, daily_rate, minimum, maximum, duration, unit, referral_rate, description, risk_text, above_rail, state, effective_from, hash, created_at)
    values ('00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001', 1, 0.10, 1, 900000000, 1000, 'DAYS', 3, '', '', false, 'active', '2026-01-01', '\\x00', now())`);
  await sql.query(`
    insert into invest.investments (public_id, reference, member_id, plan_id, version_id, plan_name, currency, timezone, source_wallet, amount, daily_rate, start_on, end_on, days, total, version_hash,
      invested_account_id, interest_account_id, deposit_account_id, prefunded, created_at)
    select uuidv7(), 'B-' || c.i, m.id, '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002', 'Bench', 'USD', 'UTC', 'DEPOSIT', 100000, 0.10, '2026-01-01', date '2026-01-01' + 1000, 1000, 100000, '\\x00',
      v.id, n.id, d.id, false, now()
    from (select i, (i - 1) % (select count(*) from identity.members) + 1 as n from generate_series(1, ${count}) i) c
    join (select id, row_number() over (order by id) as n from identity.members) m on m.n = c.n
    join ledger.accounts v on v.member_id = m.id and v.kind = 'INVESTED'
    join ledger.accounts n on n.member_id = m.id and n.kind = 'INTEREST'
    join ledger.accounts d on d.member_id = m.id and d.kind = 'DEPOSIT'`);
  await sql.query(`
    create table bench.raw_accruals (like invest.accruals including all);
    create table bench.raw_lines (like ledger.lines including all)`);
  await sql.query("vacuum analyze");
}

export async function accrual(world: World, count: number, reps: number): Promise<Figure[]> {
  await contracts(world, count);
  const { sql } = world;
  const ours: number[] = [];
  const raw: number[] = [];
  const rerun: number[] = [];
  for (let rep = 0; rep < reps; rep += 1) {
    const day = new Date(Date.UTC(2026, 0, 2 + rep)).toISOString().slice(0, 10);
    await sql.query("checkpoint");
    ours.push(await seconds(async () => {
      await sql.query("select desk.worker_accrual_begin($1)", [day]);
      for (;;) {
        const { rows } = await sql.query<{ answer: { claimed: boolean } }>("select desk.worker_accrual_chunk($1) as answer", [day]);
        if (!rows[0]?.answer.claimed) break;
      }
    }));
    await sql.query("checkpoint");
    raw.push(await seconds(async () => {
      await sql.query("begin");
      await sql.query("insert into bench.raw_lines select l.* from ledger.lines l join ledger.journals j on j.id = l.journal_id where j.kind = 'accrual' and j.value_on = $1", [day]);
      await sql.query("insert into bench.raw_accruals select a.* from invest.accruals a where a.k = $1::date - date '2026-01-01'", [day]);
      await sql.query("commit");
    }));
    rerun.push(1000 * (await seconds(() => sql.query("select desk.worker_accrual_begin($1)", [day]))));
  }
  const { rows } = await sql.query<{ rows: string; wrong: string }>("select (select count(*) from invest.accruals) as rows, (select count(*) from ledger.verify()) as wrong");
  if (rows[0]?.rows !== String(count * reps) || rows[0].wrong !== "0") throw new Error(`the books are wrong after the benchmark: ${JSON.stringify(rows[0])}`);
  return [
    compare("accrual_vs_raw", "seconds/day", "insert_select", ours, raw, true),
    { metric: "accrual_rerun_ms", value: Math.round(rerun.reduce((a, b) => a + b, 0) / rerun.length * 10) / 10, unit: "ms", baseline: null, ratio: null, min: Math.min(...rerun), max: Math.max(...rerun), reps },
  ];
}

/**
 * One day of return for many contracts, through the functions the worker calls, against three other ways to write it: a bare
 * INSERT … SELECT of the same rows, one contract a transaction, and a read-modify-write loop. Alternating day by day.
 */
import { accrueDay, day, makeContracts, requireDays } from "./contracts.ts";
import type { Bench } from "./families.ts";
import { accrueByLoop, prepareLoop, requireSame } from "./read-modify-write.ts";
import { compare, grouped, plain, seconds, type Figure } from "./report.ts";
import { verify, type World } from "./world.ts";

export const accrualMetrics = ["accrual_vs_raw", "accrual_vs_single", "accrual_vs_orm", "accrual_rerun_ms"] as const;

/** Contracts a compound journal holds, as in invest.accrue_begin. */
const part = 10_000;

async function prepareRaw(world: World): Promise<void> {
  await world.sql.query(`
    create schema bench;
    create table bench.accruals (like invest.accruals including all);
    create table bench.lines (like ledger.lines including all)`);
}

/** The day's rows computed from the contracts and inserted: the same credit lines and accrual rows; no balances, no law, nothing looked up. */
async function insertSelect(world: World, asOf: string): Promise<void> {
  const contracts = `from (select id, interest_account_id, amount, daily_rate, $1::date - start_on as k, row_number() over (order by id) - 1 as n from invest.investments where state = 'active') i order by id`;
  const credit = "(invest.cumulative(amount, daily_rate, k) - invest.cumulative(amount, daily_rate, k - 1))::bigint";
  await world.sql.query("begin");
  await world.sql.query(`insert into bench.lines (journal_id, account_id, amount, source_id, line_no, value_on) select k * 1000000::bigint + n / ${part}, interest_account_id, -${credit}, id, n % ${part} + 2, $1::date ${contracts}`, [asOf]);
  await world.sql.query(`insert into bench.accruals (investment_id, amount, journal_id, k) select id, ${credit}, k * 1000000::bigint + n / ${part}, k ${contracts}`, [asOf]);
  await world.sql.query("commit");
}

/** The bare statements wrote what the functions wrote. */
async function requireSameRows(world: World): Promise<void> {
  const { rows } = await world.sql.query<{ off: string }>(`
    select (select count(*) from (select investment_id, k, amount from invest.accruals except select investment_id, k, amount from bench.accruals) a)
         + (select count(*) from (select account_id, source_id, amount, value_on from ledger.lines where source_id is not null except select account_id, source_id, amount, value_on from bench.lines) l)
         + abs((select count(*) from ledger.lines where source_id is not null) - (select count(*) from bench.lines)) as off`);
  if (rows[0]?.off !== "0") throw new Error(`the bare statements and the functions differ in ${rows[0]?.off} rows`);
}

/** Pre-funded contracts, written one a transaction by the function that writes a part, without the bookkeeping of parts. */
async function accrueSingly(world: World, ids: readonly string[], asOf: string): Promise<number> {
  await world.sql.query("select desk.worker_accrual_begin($1)", [asOf]);
  const took = await seconds(async () => {
    for (const id of ids) await world.sql.query({ name: "single", text: "select invest.accrue_range($1, 'UTC', 1, $2, $2, clock_timestamp())", values: [asOf, id] });
  });
  // What invest.accrue_chunk notes when a part is written.
  await world.sql.query("update invest.accrual_chunks set done = true, rows_written = $1", [ids.length]);
  await world.sql.query("update invest.accrual_runs set state = 'finished', finished_at = clock_timestamp() where state = 'running'");
  return took;
}

async function contractIds(world: World): Promise<string[]> {
  return (await world.sql.query<{ id: string }>("select id::text from invest.investments order by id")).rows.map(({ id }) => id);
}

export async function accrual({ server, sizes, wants }: Bench): Promise<Figure[]> {
  const many = await makeContracts(server, "many", sizes.contracts);
  await prepareRaw(many);
  const alone = wants("accrual_vs_single", "accrual_vs_orm") ? await makeContracts(server, "alone", sizes.singles, true) : null;
  if (alone) await prepareLoop(alone);
  const ids = alone ? await contractIds(alone) : [];
  const days: number[] = [];
  const raw: number[] = [];
  const single: number[] = [];
  const loop: number[] = [];
  const rerun: number[] = [];
  for (let rep = 1; rep <= sizes.reps; rep += 1) {
    const asOf = day(rep);
    await many.sql.query("checkpoint");
    days.push(await seconds(() => accrueDay(many, asOf)));
    if (wants("accrual_rerun_ms")) rerun.push(1000 * (await seconds(() => many.sql.query("select desk.worker_accrual_begin($1)", [asOf]))));
    if (wants("accrual_vs_raw")) {
      await many.sql.query("checkpoint");
      raw.push(await seconds(() => insertSelect(many, asOf)));
    }
    if (alone) {
      await alone.sql.query("checkpoint");
      single.push(await accrueSingly(alone, ids, asOf));
      loop.push(await seconds(() => accrueByLoop(alone, ids, asOf)));
    }
  }
  await verify(many);
  await requireDays(many, sizes.contracts, sizes.reps);
  if (wants("accrual_vs_raw")) await requireSameRows(many);
  await many.close();
  if (alone) {
    await verify(alone);
    await requireDays(alone, ids.length, sizes.reps);
    await requireSame(alone);
    await alone.close();
  }

  const perSecond = (took: number[], contracts: number) => took.map((one) => contracts / one);
  const ours = perSecond(days, sizes.contracts);
  const unit = `contracts/s, ${grouped(sizes.contracts)}`;
  return [
    ...(raw.length > 0 ? [compare("accrual_vs_raw", unit, "insert_select", ours, perSecond(raw, sizes.contracts))] : []),
    ...(alone ? [compare("accrual_vs_single", unit, "single", ours, perSecond(single, ids.length)), compare("accrual_vs_orm", unit, "read_modify_write", ours, perSecond(loop, ids.length))] : []),
    ...(rerun.length > 0 ? [plain("accrual_rerun_ms", `ms, ${grouped(sizes.contracts)} contracts`, rerun)] : []),
  ];
}

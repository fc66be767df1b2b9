/** Contracts in force for every member of a world, and the days accrued on them by the functions the worker calls. */
import type { Server, World } from "./world.ts";
import { makeWorld } from "./world.ts";

const plan = "00000000-0000-7000-8000-000000000001";
const version = "00000000-0000-7000-8000-000000000002";

/** So many days before today; contracts begin on a day that leaves room for every day a benchmark accrues. */
export const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
const roomDays = 20;
/** Days that make ten lines a contract. */
export const daysOfLines = 10;
const startOn = daysAgo(roomDays);

/** The n-th day that is due, 1 being the first. */
export function day(n: number): string {
  if (n >= roomDays) throw new Error(`contracts of the benchmark run for ${roomDays} days`);
  return daysAgo(roomDays - n);
}

export type Terms = { members: number; contractsEach: number; prefunded: boolean; startOn: string; days: number };

/**
 * Writes contracts of 1,000.00 at 0.10 % a day (one unit of currency each day) for the first so many members, as `invest.open` writes them
 * but for their own money, which the world's wallets hold from the beginning.
 */
export async function openContracts(world: World, terms: Terms): Promise<void> {
  await world.sql.query("begin");
  await world.sql.query("set local session_replication_role = replica");
  await world.sql.query(
    `insert into invest.investments (public_id, reference, member_id, plan_id, version_id, plan_name, currency, timezone, source_wallet, amount, daily_rate, start_on, end_on, days, total, version_hash,
       invested_account_id, interest_account_id, deposit_account_id, prefunded, created_at)
     select uuidv7(), 'B-' || $4::text || '-' || m.id || '-' || c, m.id, '${plan}', '${version}', 'Bench', 'USD', 'UTC', 'DEPOSIT', 100000, 0.10, $4::date, $4::date + $5::integer, $5::integer, 100 * $5::bigint, '\\x00',
       v.id, n.id, d.id, $6::boolean, now()
     from generate_series(1, $3::integer) c
     cross join (select id from identity.members where id < $1::bigint + $2::integer) m
     join ledger.accounts v on v.member_id = m.id and v.kind = 'INVESTED'
     join ledger.accounts n on n.member_id = m.id and n.kind = 'INTEREST'
     join ledger.accounts d on d.member_id = m.id and d.kind = 'DEPOSIT' order by c, m.id`,
    [world.firstMember, terms.members, terms.contractsEach, terms.startOn, terms.days, terms.prefunded],
  );
  await world.sql.query("commit");
}

/** A world in which every member has so many contracts, in a treasury that can pay them all. */
export async function makeContracts(server: Server, database: string, members: number, prefunded = false): Promise<World> {
  const world = await makeWorld(server, database, members, { INTEREST: 0, INVESTED: 100_000, DEPOSIT: 0 });
  await world.sql.query("select treasury.fund('returns', 'USD', 9000000000000, $1, current_date - 60, null, null)", [world.bank]);
  await world.sql.query(`
    insert into invest.plans (id, name, currency, timezone, state, created_at) values ('${plan}', 'Bench', 'USD', 'UTC', 'active', now());
    insert into invest.plan_versions (id, plan_id, version, daily_rate, minimum, maximum, duration, unit, referral_rate, description, risk_text, above_rail, state, effective_from, hash, created_at)
    values ('${version}', '${plan}', 1, 0.10, 1, 900000000, 1000, 'DAYS', 3, '', '', false, 'active', '2020-01-01', '\\x00', now())`);
  await openContracts(world, { members, contractsEach: 1, prefunded, startOn, days: 1000 });
  await world.sql.query("vacuum analyze");
  return world;
}

/** One business date to its end, part by part, as one worker does it. */
export async function accrueDay(world: World, asOf: string): Promise<void> {
  await world.sql.query("select desk.worker_accrual_begin($1)", [asOf]);
  for (;;) {
    const { rows } = await world.sql.query<{ answer: { claimed: boolean } }>("select desk.worker_accrual_chunk($1) as answer", [asOf]);
    if (!rows[0]?.answer.claimed) return;
  }
}

/** Every contract that began with the world has its row for each of so many days, and nothing was parked or waits. */
export async function requireDays(world: World, contracts: number, days: number): Promise<void> {
  const { rows } = await world.sql.query<{ rows: string; off: string }>(`
    select count(*) as rows, (select count(*) from invest.investments where parked_reason is not null) + (select count(*) from treasury.items where state = 'awaiting') + count(*) filter (where a.journal_id is null or a.amount <> 100) as off
      from invest.accruals a join invest.investments i on i.id = a.investment_id where i.start_on = $1`, [startOn]);
  if (rows[0]?.rows !== String(contracts * days) || rows[0].off !== "0") throw new Error(`${world.database}: ${contracts} contracts for ${days} days made ${JSON.stringify(rows[0])}`);
}

/**
 * Accrual as an application without our functions writes it: per contract one transaction of its own that reads the contract and the
 * balances, computes outside the database, and writes back. On copies of the tables with the same columns, constraints and indexes.
 */
import { Decimal } from "decimal.js";

import type { World } from "./world.ts";

export async function prepareLoop(world: World): Promise<void> {
  await world.sql.query(`
    create schema bench;
    create table bench.balances (like ledger.account_balances including all);
    create table bench.journals (like ledger.journals including all);
    create table bench.lines (like ledger.lines including all);
    create table bench.accruals (like invest.accruals including all);
    insert into bench.balances select * from ledger.account_balances`);
  await world.sql.query("vacuum analyze bench.balances");
}

type Contract = { amount: string; daily_rate: string; k: number; wallet: string; treasury: string };

/** Return earned by the end of a day, minor units, half away from zero: what invest.cumulative says. */
const cumulative = (contract: Contract, k: number) => new Decimal(contract.amount).mul(contract.daily_rate).mul(k).mul("0.01").toDecimalPlaces(0, Decimal.ROUND_HALF_UP);

export async function accrueByLoop(world: World, ids: readonly string[], asOf: string): Promise<void> {
  const ask = async <Row extends object>(name: string, text: string, values: unknown[]) => (await world.sql.query<Row>({ name: `loop_${name}`, text, values })).rows;
  for (const id of ids) {
    await world.sql.query("begin");
    const [contract] = await ask<Contract>("contract", "select amount, daily_rate, $2::date - start_on as k, interest_account_id as wallet, (select account_id from treasury.queues where name = 'returns' and currency = 'USD') as treasury from invest.investments where id = $1", [id, asOf]);
    if (!contract) throw new Error(`no contract ${id}`);
    const [wallet] = await ask<{ balance: string }>("balance", "select balance from bench.balances where account_id = $1 for update", [contract.wallet]);
    const [treasury] = await ask<{ balance: string }>("balance", "select balance from bench.balances where account_id = $1 for update", [contract.treasury]);
    if (!wallet || !treasury) throw new Error(`no balance for contract ${id}`);
    const credit = cumulative(contract, contract.k).minus(cumulative(contract, contract.k - 1));
    if (credit.greaterThan(treasury.balance)) throw new Error("the treasury is short");
    await ask("update", "update bench.balances set balance = $2 where account_id = $1", [contract.wallet, credit.plus(wallet.balance).toFixed(0)]);
    await ask("update", "update bench.balances set balance = $2 where account_id = $1", [contract.treasury, new Decimal(treasury.balance).minus(credit).toFixed(0)]);
    const [journal] = await ask<{ id: string }>("journal", "insert into bench.journals (id, posted_at, kind, value_on, line_count) values (nextval('ledger.journal_ids'), clock_timestamp(), 'accrual', $1, 2) returning id", [asOf]);
    if (!journal) throw new Error("no journal");
    await ask("lines", "insert into bench.lines (journal_id, account_id, amount, source_id, line_no, value_on) values ($1, $2, $3::bigint, null, 1, $6), ($1, $4, -$3::bigint, $5, 2, $6)", [journal.id, contract.treasury, credit.toFixed(0), contract.wallet, id, asOf]);
    await ask("accrual", "insert into bench.accruals (investment_id, amount, journal_id, k) values ($1, $2, $3, $4)", [id, credit.toFixed(0), journal.id, contract.k]);
    await world.sql.query("commit");
  }
}

/** The loop did the whole work: the same rows and balances as our functions made. */
export async function requireSame(world: World): Promise<void> {
  const { rows } = await world.sql.query<{ off: string }>(`
    select (select count(*) from (select investment_id, k, amount from invest.accruals except select investment_id, k, amount from bench.accruals) a)
         + (select count(*) from (select account_id, balance from ledger.account_balances except select account_id, balance from bench.balances) b) as off`);
  if (rows[0]?.off !== "0") throw new Error(`the read-modify-write loop and the functions differ in ${rows[0]?.off} rows`);
}

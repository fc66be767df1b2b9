/**
 * Sums per account in minor units, as whole numbers of 64 bits. Ids are handed out from one, so most accounts are a place in an array;
 * treasuries have ids far above and go into a map.
 */
import type pg from "pg";

import { copyOut } from "./copy-out.ts";
import type { Findings } from "./findings.ts";

export class Accounts {
  private sums = new BigInt64Array(1 << 16);
  private currencies = new Uint8Array(1 << 16);
  private readonly highSums = new Map<bigint, bigint>();
  private readonly highCurrencies = new Map<bigint, number>();
  private readonly codes: string[] = [""];

  /** Currency of an account as a small number, 0 when there is no such account. `high` and `low` are the halves of its id. */
  currency(high: number, low: number): number {
    if (high === 0) return this.currencies[low] ?? 0;
    return this.highCurrencies.get((BigInt(high) << 32n) | BigInt(low)) ?? 0;
  }

  /** Adds a line and answers the account's currency. */
  add(high: number, low: number, amount: bigint): number {
    if (high === 0 && low < this.sums.length) {
      this.sums[low] = (this.sums[low] ?? 0n) + amount;
      return this.currencies[low] ?? 0;
    }
    const id = (BigInt(high) << 32n) | BigInt(low);
    this.highSums.set(id, (this.highSums.get(id) ?? 0n) + amount);
    return this.highCurrencies.get(id) ?? 0;
  }

  private grow(low: number): void {
    let size = this.sums.length;
    while (size <= low) size *= 2;
    if (size === this.sums.length) return;
    const [sums, currencies] = [new BigInt64Array(size), new Uint8Array(size)];
    sums.set(this.sums);
    currencies.set(this.currencies);
    [this.sums, this.currencies] = [sums, currencies];
  }

  async load(client: pg.Client): Promise<void> {
    const known = new Map<string, number>();
    await copyOut(client, "select id, currency from ledger.accounts", 2, ({ bytes, at, length }) => {
      const [high, low] = [bytes.readInt32BE(at[0]), bytes.readUInt32BE((at[0] ?? 0) + 4)];
      const code = bytes.toString("utf8", at[1], (at[1] ?? 0) + (length[1] ?? 0));
      let currency = known.get(code);
      if (currency === undefined) {
        currency = this.codes.push(code) - 1;
        known.set(code, currency);
      }
      // Places are kept for ids that can be counted; the rest of the world is a map.
      if (high === 0 && low < 1 << 28) {
        this.grow(low);
        this.currencies[low] = currency;
      } else this.highCurrencies.set((BigInt(high) << 32n) | BigInt(low), currency);
    });
  }

  private sum(id: bigint): bigint {
    return (id >= 0n && id < BigInt(this.sums.length) ? (this.sums[Number.parseInt(id.toString(), 10)] ?? 0n) : 0n) + (this.highSums.get(id) ?? 0n);
  }

  /** Every balance against the sum of its lines; balances of shared accounts include what is not folded yet. */
  async compare(client: pg.Client, findings: Findings): Promise<void> {
    const unfolded = new Map<bigint, bigint>();
    await copyOut(client, "select account_id, sum(amount)::bigint from ledger.unfolded group by 1", 2, ({ bytes, at }) => {
      unfolded.set(bytes.readBigInt64BE(at[0]), bytes.readBigInt64BE(at[1]));
    });
    await copyOut(client, "select account_id, balance, side, held, floored from ledger.account_balances", 5, ({ bytes, at }) => {
      const id = bytes.readBigInt64BE(at[0]);
      const side = BigInt(bytes.readInt16BE(at[2]));
      const balance = bytes.readBigInt64BE(at[1]) + (unfolded.get(id) ?? 0n);
      const expected = this.sum(id) * side;
      if (balance !== expected) findings.add("a balance is the sum of its lines", `account ${id}`, String(expected), String(balance));
      if (bytes[at[4] ?? 0] === 1 && balance - bytes.readBigInt64BE(at[3]) < 0n) findings.add("available is never below zero", `account ${id}`, "at least 0", String(balance - bytes.readBigInt64BE(at[3])));
    });
    await copyOut(client, "select a.account_id, a.held, coalesce(h.sum, 0)::bigint from ledger.account_balances a full join (select account_id, sum(amount) as sum from ledger.holds where state = 'open' group by 1) h using (account_id) where a.held is distinct from coalesce(h.sum, 0)", 3, ({ bytes, at, length }) => {
      findings.add("held is the sum of open holds", `account ${bytes.readBigInt64BE(at[0])}`, String(bytes.readBigInt64BE(at[2])), length[1] === -1 ? "no balance" : String(bytes.readBigInt64BE(at[1])));
    });
  }
}

/**
 * Sums per account in minor units, exactly: the low 32 bits of each and, as a whole number far below 2^53, all above them. Ids are handed
 * out from one, so that most accounts are a place in an array; whatever lies far above is looked up in a map.
 */
import type { Copies } from "./copies.ts";
import type { Findings } from "./findings.ts";

const two32 = 4_294_967_296;
/** Ids from here on are not counted from one. */
const farFrom = 1 << 28;

export class Accounts {
  private low = new Uint32Array(1 << 16);
  private high = new Float64Array(1 << 16);
  private currencies = new Uint16Array(1 << 16);
  /** first place that no near account has: from here on places are handed out to the others */
  private next = 1 << 16;
  private near = 1 << 16;
  private readonly far = new Map<number, Map<number, number>>();
  private readonly codes: string[] = [""];

  private grow(size: number): void {
    const [low, high, currencies] = [new Uint32Array(size), new Float64Array(size), new Uint16Array(size)];
    low.set(this.low);
    high.set(this.high);
    currencies.set(this.currencies);
    [this.low, this.high, this.currencies] = [low, high, currencies];
  }

  /** Where an account's sum stands; `high` and `low` are the halves of its id. */
  private place(high: number, low: number): number {
    if (high === 0 && low < this.near) return low;
    let lows = this.far.get(high);
    if (!lows) this.far.set(high, (lows = new Map<number, number>()));
    let place = lows.get(low);
    if (place === undefined) {
      place = this.next;
      this.next += 1;
      if (place >= this.low.length) this.grow(2 * this.low.length);
      lows.set(low, place);
    }
    return place;
  }

  /** Adds a line, its amount in halves too, and answers the account's currency as a small number: 0 when there is no such account. */
  add(idHigh: number, idLow: number, amountHigh: number, amountLow: number): number {
    const place = this.place(idHigh, idLow);
    const low = (this.low[place] ?? 0) + amountLow;
    this.low[place] = low;
    this.high[place] = (this.high[place] ?? 0) + amountHigh + (low >= two32 ? 1 : 0);
    return this.currencies[place] ?? 0;
  }

  private sum(high: number, low: number): bigint {
    const place = this.place(high, low);
    return (BigInt(this.high[place] ?? 0) << 32n) + BigInt(this.low[place] ?? 0);
  }

  async load(copies: Copies): Promise<void> {
    let highest = 0;
    await copies.copy(`select coalesce(max(id), 0)::integer from ledger.accounts where id < ${farFrom}`, (_, view, at) => { highest = view.getInt32(at + 4); });
    this.near = Math.max(this.near, highest + 1);
    this.next = this.near;
    this.grow(this.near);
    const known = new Map<string, number>();
    await copies.copy("select id, currency from ledger.accounts", (bytes, view, at) => {
      const code = bytes.toString("latin1", at + 16, at + 16 + view.getInt32(at + 12));
      let currency = known.get(code);
      if (currency === undefined) known.set(code, (currency = this.codes.push(code) - 1));
      const place = this.place(view.getInt32(at + 4), view.getUint32(at + 8));
      this.currencies[place] = currency;
    });
  }

  /** Every balance against the sum of its lines; balances of shared accounts include what is not folded yet. */
  async compare(copies: Copies, findings: Findings): Promise<void> {
    const unfolded = new Map<bigint, bigint>();
    await copies.copy("select account_id, sum(amount)::bigint from ledger.unfolded group by 1", (_, view, at) => {
      unfolded.set(view.getBigInt64(at + 4), view.getBigInt64(at + 16));
    });
    await copies.copy("select account_id, balance, held, side::bigint, floored::integer from ledger.account_balances order by account_id", (_, view, at) => {
      const id = view.getBigInt64(at + 4);
      const balance = view.getBigInt64(at + 16) + (unfolded.get(id) ?? 0n);
      const expected = this.sum(view.getInt32(at + 4), view.getUint32(at + 8)) * view.getBigInt64(at + 40);
      if (balance !== expected) findings.add("a balance is the sum of its lines", `account ${id}`, String(expected), String(balance));
      const available = balance - view.getBigInt64(at + 28);
      if (view.getInt32(at + 52) === 1 && available < 0n) findings.add("available is never below zero", `account ${id}`, "at least 0", String(available));
    });
    await copies.copy("select coalesce(a.account_id, h.account_id), coalesce(h.sum, 0)::bigint, a.held from ledger.account_balances a full join (select account_id, sum(amount) as sum from ledger.holds where state = 'open' group by 1) h on h.account_id = a.account_id where a.held is distinct from coalesce(h.sum, 0) order by 1", (_, view, at) => {
      findings.add("held is the sum of open holds", `account ${view.getBigInt64(at + 4)}`, String(view.getBigInt64(at + 16)), view.getInt32(at + 24) === -1 ? "no balance" : String(view.getBigInt64(at + 28)));
    });
  }
}

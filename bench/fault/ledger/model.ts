/**
 * The books as whoever only saw the answers must believe them: BigInt balances and holds per account, and for everything that is still
 * under way the interval in which the truth can lie. Shares no code with the application.
 */
import type { Findings } from "../findings";

export type Account = { id: string; name: string; currency: string; side: bigint; floored: boolean; appended: boolean };
/** Signed as on a journal: debit above zero. */
export type Line = { account: number; amount: bigint };
/** What an operation would do to one account: on its natural side. */
export type Change = { account: number; balance: bigint; held: bigint };
export type Range = { account: number; lowBalance: bigint; highBalance: bigint; lowHeld: bigint; highHeld: bigint };
export type Flight = { changes: Change[]; ranges: Range[] };
export type Posted = { id: string; lines: Line[]; reversal: boolean; reversed: boolean };

type State = { balance: bigint; held: bigint; balanceUp: bigint; balanceDown: bigint; heldUp: bigint; heldDown: bigint; watching: Set<Range> };

const up = (value: bigint): bigint => (value > 0n ? value : 0n);
const down = (value: bigint): bigint => (value < 0n ? -value : 0n);

export class Model {
  readonly states: State[];
  /** acknowledged since the last rest, by journal id */
  readonly journals = new Map<string, Posted>();
  private readonly running: bigint[];

  constructor(readonly accounts: readonly Account[]) {
    this.states = accounts.map(() => ({ balance: 0n, held: 0n, balanceUp: 0n, balanceDown: 0n, heldUp: 0n, heldDown: 0n, watching: new Set() }));
    this.running = accounts.map(() => 0n);
  }

  account(at: number): Account {
    const found = this.accounts[at];
    if (!found) throw new Error(`no account ${at}`);
    return found;
  }
  private state(at: number): State {
    const found = this.states[at];
    if (!found) throw new Error(`no account ${at}`);
    return found;
  }

  changesOf(lines: readonly Line[]): Change[] {
    const sums = new Map<number, bigint>();
    for (const { account, amount } of lines) sums.set(account, (sums.get(account) ?? 0n) + amount * this.account(account).side);
    return [...sums].map(([account, balance]) => ({ account, balance, held: 0n }));
  }

  /** From now on the account may be anything that what is under way, or begins meanwhile, can make of it. */
  watch(account: number): Range {
    const { balance, held, balanceUp, balanceDown, heldUp, heldDown, watching } = this.state(account);
    const range = { account, lowBalance: balance - balanceDown, highBalance: balance + balanceUp, lowHeld: held - heldDown, highHeld: held + heldUp };
    watching.add(range);
    return range;
  }
  unwatch(range: Range): void {
    this.state(range.account).watching.delete(range);
  }

  begin(changes: Change[]): Flight {
    const ranges = changes.filter(({ account, balance, held }) => this.account(account).floored && balance - held < 0n).map(({ account }) => this.watch(account));
    for (const { account, balance, held } of changes) {
      const state = this.state(account);
      state.balanceUp += up(balance); state.balanceDown += down(balance); state.heldUp += up(held); state.heldDown += down(held);
      for (const range of state.watching) {
        if (ranges.includes(range)) continue;
        range.highBalance += up(balance); range.lowBalance -= down(balance); range.highHeld += up(held); range.lowHeld -= down(held);
      }
    }
    return { changes, ranges };
  }

  /** It is over; `effect` says whether this answer is the first that tells of an effect. */
  end(flight: Flight, effect: boolean): void {
    for (const { account, balance, held } of flight.changes) {
      const state = this.state(account);
      state.balanceUp -= up(balance); state.balanceDown -= down(balance); state.heldUp -= up(held); state.heldDown -= down(held);
      if (effect) { state.balance += balance; state.held += held; }
    }
    for (const range of flight.ranges) this.unwatch(range);
  }

  /** Accepted: then it must have been possible that everybody could pay. */
  couldPass({ changes, ranges }: Flight): boolean {
    return ranges.every((range) => {
      const change = changes.find(({ account }) => account === range.account);
      return !change || range.highBalance - range.lowHeld + change.balance - change.held >= 0n;
    });
  }
  /** Refused for shortage: then it must have been possible that somebody could not, with just the amount that the refusal names. */
  couldBeShort({ changes, ranges }: Flight, available: bigint): boolean {
    return ranges.some((range) => {
      const change = changes.find(({ account }) => account === range.account);
      return change !== undefined && available + change.balance - change.held < 0n && available >= range.lowBalance - range.highHeld && available <= range.highBalance - range.lowHeld;
    });
  }
  contains(range: Range, balance: bigint, held: bigint): boolean {
    return balance >= range.lowBalance && balance <= range.highBalance && held >= range.lowHeld && held <= range.highHeld && (!this.account(range.account).floored || balance - held >= 0n);
  }

  /** Journals in the order of their posting times, which are read under the locks: at no moment was a locked account overdrawn. */
  replay(findings: Findings, inOrder: readonly string[]): void {
    for (const { id, lines } of inOrder.flatMap((one) => this.journals.get(one) ?? [])) {
      for (const { account, balance } of this.changesOf(lines)) {
        const now = (this.running[account] ?? 0n) + balance;
        this.running[account] = now;
        const { floored, appended, name } = this.account(account);
        if (floored && !appended && now < 0n) findings.violation(`in the order of the journals ${name} was at ${now} after journal ${id}`);
      }
    }
  }
  runningOf(account: number): bigint {
    return this.running[account] ?? 0n;
  }
}

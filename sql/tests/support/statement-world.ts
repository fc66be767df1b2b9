/**
 * A member with wallets in two currencies that move at random: journals of several kinds with value dates in any order, seals and
 * snapshots in between. What a statement has to say is added up here from the plain rows, in BigInt, knowing nothing of the desk.
 */
import fc from "fast-check";

import { refusalOf, type Desk } from "./builders";

export type Step = { kind: "post" | "seal" | "snapshot"; what: number; from: number; to: number; on: number; amount: number };
export const today = "2027-03-20";

/** Days around two turns of the month. */
export const dayOf = (n: number): string => new Date(Date.UTC(2027, 0, 20 + n)).toISOString().slice(0, 10);
export const lastDay = 59;

export const steps = (most: number) => fc.array(
  fc.record({
    kind: fc.oneof({ weight: 6, arbitrary: fc.constant("post" as const) }, { weight: 1, arbitrary: fc.constant("seal" as const) }, { weight: 1, arbitrary: fc.constant("snapshot" as const) }),
    what: fc.nat(3),
    from: fc.nat(5),
    to: fc.nat(5),
    on: fc.nat(lastDay),
    amount: fc.integer({ min: 1, max: 999_999_99 }),
  }),
  { minLength: 5, maxLength: most },
);

const kinds = ["adjustment", "bonus", "own_transfer", "opening"];

export type PlainLine = { wallet: string; currency: string; on: string; id: string; amount: bigint; balance: bigint };
export type PlainSection = { wallet: string; currency: string; opening: bigint; closing: bigint; moneyIn: bigint; moneyOut: bigint; lines: PlainLine[] };

/** "1234.50" for 123450 and two decimals. */
export function decimal(minor: bigint, exponent: number): string {
  const digits = (minor < 0n ? -minor : minor).toString().padStart(exponent + 1, "0");
  return `${minor < 0n ? "-" : ""}${exponent === 0 ? digits : `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`}`;
}
export const exponents: Record<string, number> = { USD: 2, INR: 2, USDT: 6, JPY: 0 };

export async function statementWorld(desk: Desk, name: string, currencies: [string, string]) {
  await desk.clock(`${today}T12:00:00Z`);
  const who = await desk.member(name);
  const member = (await desk.sql<{ id: string }>("select id::text from identity.members where public_id = $1", [who.id]))[0]?.id ?? "";
  const accounts: Record<string, string[]> = {};
  for (const currency of currencies) {
    const [row] = await desk.sql<{ ids: string[] }>(
      "select array[ledger.wallet($1, 'DEPOSIT', $2), ledger.wallet($1, 'INTEREST', $2), ledger.wallet($1, 'INVESTED', $2), ledger.operator_account('equity:operator', $2)]::text[] as ids", [member, currency]);
    accounts[currency] = row?.ids ?? [];
  }

  /** Carries out a step; what the books refuse did not happen. */
  async function take({ kind, what, from, to, on, amount }: Step): Promise<void> {
    if (kind === "seal") await desk.sql("select ledger.seal(1 + $1, clock_timestamp())", [what]);
    else if (kind === "snapshot") await desk.sql("select ledger.take_snapshots(clock_timestamp())");
    else {
      const own = accounts[currencies[what % 2] ?? ""] ?? [];
      // More often from the operator than between wallets, so that there is something to move.
      const [debit, credit] = [own[from < 3 ? 3 : from - 3], own[to % 4]];
      if (debit === credit) return;
      await desk.sql("select ledger.post($1::ledger.journal_kind, $2, null, null, array[($3, $5, null)::ledger.line, ($4, -$5::bigint, null)::ledger.line])", [kinds[what], dayOf(on), debit, credit, amount])
        .catch((error: unknown) => { if (!refusalOf(error)) throw error; });
    }
  }

  /** What a statement of these days has to say, from all lines of the wallets. */
  async function plain(first: string, last: string): Promise<PlainSection[]> {
    const rows = await desk.sql<{ wallet: string; currency: string; on: string; id: string; amount: string }>(
      `select a.kind as wallet, a.currency, l.value_on::text as "on", l.journal_id || '-' || l.line_no as id, (l.amount * a.side)::text as amount
         from ledger.lines l join ledger.accounts a on a.id = l.account_id where a.member_id = $1 order by l.value_on, l.journal_id, l.line_no`, [member]);
    const order = [...currencies].sort((a, b) => (a === "USD" ? -1 : b === "USD" ? 1 : a < b ? -1 : 1));
    return order.flatMap((currency) => ["DEPOSIT", "INTEREST", "INVESTED"].map((wallet) => {
      const own = rows.filter((row) => row.wallet === wallet && row.currency === currency).map((row) => ({ ...row, amount: BigInt(row.amount) }));
      const opening = own.filter(({ on }) => on < first).reduce((sum, { amount }) => sum + amount, 0n);
      let balance = opening;
      const lines = own.filter(({ on }) => on >= first && on <= last).map((row) => ({ ...row, balance: (balance += row.amount) }));
      const sum = (list: bigint[]) => list.reduce((a, b) => a + b, 0n);
      const amounts = lines.map(({ amount }) => amount);
      return { wallet, currency, opening, closing: balance, moneyIn: sum(amounts.filter((one) => one > 0n)), moneyOut: -sum(amounts.filter((one) => one < 0n)), lines };
    })).filter(({ opening, lines }) => opening !== 0n || lines.length > 0);
  }

  return { who, member, take, plain };
}

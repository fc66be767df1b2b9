/** What reports say, beside what the lines of the ledger come to. The second is computed here, from rows, by none of the functions that reports use. */
import { expect } from "vitest";

import type { Desk } from "./builders.ts";

type Row = Record<string, string | number>;
export type Report = { rows: Row[]; totals: Record<string, string | number>; next: string | null; some: boolean; lines?: number; kinds?: Row[] } & Record<string, unknown>;

const wallets = "('DEPOSIT', 'INTEREST', 'EARNINGS', 'EMI_RESERVE', 'INVESTED')";

export function reportChecks(desk: Desk, token: string) {
  const report = async (name: string, asked: Record<string, unknown> = {}) => (await desk.ask(`staff_report_${name}`, { token, ...asked })) as unknown as Report;
  const today = async () => (await desk.sql<{ on: string }>("select core.business_date(core.business_now(), core.setting('timezone'))::text as on"))[0]?.on ?? "";
  /** The first day of a report that sees everything there is. */
  const first = async () => (await desk.sql<{ on: string }>("select (core.business_date(core.business_now(), core.setting('timezone')) - 3600)::text as on"))[0]?.on ?? "";
  /** Credit less debit of lines, in major units of a currency. */
  const lines = async (currency: string, where: string, until: string) =>
    (await desk.sql<{ sum: string }>(
      `select core.format_amount(coalesce(-sum(l.amount), 0), $1) as sum from ledger.lines l join ledger.accounts a on a.id = l.account_id join ledger.journals j on j.id = l.journal_id
        where a.currency = $1 and l.value_on <= $2::date and (${where})`, [currency, until]))[0]?.sum;
  const one = async (text: string, values: unknown[]) => Object.values((await desk.sql<Record<string, unknown>>(text, values))[0] ?? {})[0];
  /** The first amount less all others, exactly, as the currency is written. */
  const less = async (currency: string, ...amounts: unknown[]) =>
    one(`select core.decimal_text(((${amounts.map((_, n) => `$${n + 2}::numeric`).join(" - ")}) * 10::numeric ^ core.exponent($1))::numeric(60, 0), core.exponent($1)::integer)`, [currency, ...amounts]);

  /** All lines of wallets, page after page. */
  const everyLine = async (asked: Record<string, unknown>, limit: number): Promise<Row[]> => {
    const found: Row[] = [];
    for (let cursor: string | null = null; ; ) {
      const page: Report = await report("wallets", { ...asked, cursor, limit });
      found.push(...page.rows);
      if (page.next === null) return found;
      cursor = page.next;
    }
  };

  /** Every report of a currency against the lines. Answers what they said. */
  const reconcile = async (currency: string) => {
    const [from, until] = [await first(), await today()];
    const asked = { from, until, by: "month", currency };
    const held = (kinds: string) => lines(currency, `a.kind in ${wallets} and j.kind in (${kinds})`, until);

    const days = await report("days", asked);
    expect(days.totals).toMatchObject({
      deposits: await held("'deposit'"),
      interest: await held("'accrual', 'bonus'"),
      commissions: await held("'referral', 'milestone', 'pair', 'tax', 'clawback_recovery'"),
      leaving: await less(currency, "0", await held("'withdrawal', 'withdrawal_return', 'payout', 'payout_return'")),
      fees: await lines(currency, "a.kind = 'income:fees'", until),
      change: await lines(currency, "a.member_id is not null", until),
      joined: Number.parseInt(String(await one("select count(*) from identity.members", [])), 10),
    });
    expect(days.rows.at(-1)?.members).toBe(days.totals.joined);

    const sales = await report("sales", asked);
    expect(sales.totals.net).toBe(await lines(currency, "a.kind like 'customer_advances:%' and j.kind <> 'sweep'", until));
    expect(sales.totals).toMatchObject({ booked: Number.parseInt(String(await one("select count(*) from ev.bookings where currency = $1 and (booked_at at time zone core.setting('network_timezone'))::date <= $2", [currency, until])), 10), external: await lines(currency, "a.kind = 'customer_advances:external' and j.kind = 'booking_payment'", until) });

    const activity = await report("activity", asked);
    expect(activity.totals).toMatchObject({ deposited: await lines(currency, "a.kind = 'DEPOSIT' and j.kind = 'deposit'", until), invested: await lines(currency, "a.kind = 'INVESTED' and j.kind = 'investment'", until) });

    const movements = await report("wallets", { from, until, currency });
    expect(movements.totals.net).toBe(days.totals.change);
    const all = await everyLine({ from, until, currency }, 7);
    expect(all.length).toBe(movements.lines);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all.map(({ id }) => id)).toEqual(
      (await desk.sql<{ id: string }>("select l.journal_id || '-' || l.line_no as id from ledger.lines l join ledger.accounts a on a.id = l.account_id where a.member_id is not null and a.currency = $1 and l.value_on <= $2::date order by l.journal_id desc, l.line_no desc", [currency, until])).map(({ id }) => id));
    expect(await less(currency, ...["0", ...all.map(({ amount }) => amount)])).toBe(await less(currency, "0", movements.totals.net));
    expect(movements.kinds?.map(({ kind, net }) => `${kind} ${net}`).sort()).toEqual(
      (await desk.sql<{ line: string }>(
        "select j.kind || ' ' || core.format_amount(-sum(l.amount), $1) as line from ledger.lines l join ledger.accounts a on a.id = l.account_id join ledger.journals j on j.id = l.journal_id where a.member_id is not null and a.currency = $1 and l.value_on <= $2::date group by j.kind",
        [currency, until])).map(({ line }) => line).sort());

    const commissions = await report("commissions", asked);
    const { earned, awaiting, posted, held: kept, taken } = commissions.totals;
    expect(await less(currency, earned, posted, kept, awaiting, taken)).toBe(await less(currency, "0", "0"));
    const never = await one("select core.format_amount(coalesce(sum(i.amount), 0), $1) from treasury.items i join treasury.queues q on q.account_id = i.queue_id where i.state = 'withdrawn' and q.name = 'commission' and q.currency = $1", [currency]);
    expect(await less(currency, earned, awaiting, never)).toBe(await less(currency, "0", await lines(currency, "a.kind = 'treasury:commission' and j.kind in ('referral', 'pair', 'milestone')", until)));

    const accruals = await report("accruals", asked);
    expect(accruals.totals.paid).toBe(await lines(currency, "a.kind = 'INTEREST' and j.kind = 'accrual'", until));
    expect(await less(currency, accruals.totals.due, accruals.totals.paid, accruals.totals.awaiting)).toBe(await less(currency, "0", "0"));

    const tax = await report("tax", { from, until, currency });
    expect(tax.totals).toMatchObject({ booked_tax: await lines(currency, "a.kind = 'tax_payable' and j.kind <> 'tax_payment'", until), tax: tax.totals.booked_tax });

    const approvals = await report("approvals", asked);
    expect(approvals.totals).toMatchObject({
      approved: Number.parseInt(String(await one("select count(*) from approval.decisions where decision = 'approve'", [])), 10),
      rejected: Number.parseInt(String(await one("select count(*) from approval.decisions where decision = 'reject'", [])), 10),
      sum: await one("select core.format_amount(coalesce(sum(r.amount), 0), $1) from approval.decisions d join approval.requests r on r.id = d.request_id where d.decision = 'approve' and r.currency = $1", [currency]),
    });
    expect(approvals.rows.reduce((sum, row) => sum + Number(row.approved), 0)).toBe(approvals.totals.approved);

    const liquidity = await report("liquidity", { currency });
    expect(liquidity.rows.length).toBe(52);
    expect(liquidity.bank).toBe(await less(currency, "0", await lines(currency, "a.kind like 'bank:client:%'", "9999-12-31")));
    expect(liquidity.returns_there).toBe(await lines(currency, "a.kind = 'treasury:returns'", "9999-12-31"));
    expect(liquidity.commission_there).toBe(await lines(currency, "a.kind = 'treasury:commission'", "9999-12-31"));
    const waits = await one("select core.format_amount(coalesce(sum(i.amount), 0), $1) from treasury.items i join treasury.queues q on q.account_id = i.queue_id where i.state = 'awaiting' and q.name = 'returns' and q.currency = $1", [currency]);
    // Each contract day by day, by its own definition.
    const toCome = await one(
      `select core.format_amount(coalesce(sum(round(i.amount * i.daily_rate * d.k / 100) - round(i.amount * i.daily_rate * (d.k - 1) / 100)), 0), $1)
         from invest.investments i cross join lateral generate_series(1, i.days) d (k) where i.state = 'active' and i.currency = $1 and i.start_on + d.k > $2::date and i.start_on + d.k <= $2::date + 364`, [currency, until]);
    expect(await less(currency, liquidity.totals.returns, waits, toCome)).toBe(await less(currency, "0", "0"));
    expect(await less(currency, liquidity.totals.principal)).toBe(await one("select core.format_amount(coalesce(sum(i.amount), 0), $1) from invest.investments i where i.state = 'active' and i.currency = $1 and i.end_on <= $2::date + 364", [currency, until]));
    expect(liquidity.rows.at(-1)?.cash).toBe(await less(currency, liquidity.bank, liquidity.totals.due));
    return { days, sales, activity, movements, commissions, accruals, tax, approvals, liquidity };
  };

  return { report, reconcile, today, first };
}

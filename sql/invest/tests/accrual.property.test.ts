/**
 * Every day accrues once and none is missed (spec 8 row 11): random plans, amounts and starts in several time zones, accrued with days
 * missed, runs twice, workers at once and killed in the middle, funded or not, against a closed form in whole numbers.
 */
import fc from "fast-check";
import { expect, test } from "vitest";

import { openDesk, type Desk } from "../../tests/support/builders";
import { testDatabase } from "../../tests/support/database";
import { accrue, fund, investor, open, plan, settle, type Contract, type Style } from "./support/books";
import { addDays, credit, cumulative, daysBetween, endOf } from "./support/terms";

type Row = { k: number; amount: string; state: string; on: string | null };

/** The rows of a contract with the value date of the journal or queue item that pays them. */
const rows = (desk: Desk, { id }: Contract) => desk.sql<Row>(
  `select a.k, a.amount::text, case when a.amount = 0 then 'zero' when coalesce(a.journal_id, i.journal_id) is null then 'awaiting' else 'posted' end as state,
          coalesce(j.value_on, i.value_on)::text as on
     from invest.accruals a left join treasury.items i on i.journal_kind = 'accrual' and i.source_order = a.investment_id and i.k = a.k
     left join ledger.journals j on j.id = coalesce(a.journal_id, i.journal_id) where a.investment_id = $1 order by a.k`, [id]);

async function holds(desk: Desk, contracts: Contract[], asOf: string): Promise<void> {
  for (const contract of contracts) {
    const { amount, start, plan: { rate, duration, unit } } = contract;
    expect(contract).toMatchObject({ end: endOf(start, duration, unit), days: daysBetween(start, endOf(start, duration, unit)), total: cumulative(amount, rate, contract.days) });
    const due = Math.max(0, Math.min(contract.days, daysBetween(start, asOf)));
    const found = await rows(desk, contract);
    expect(found.map(({ k, amount: got }) => `${k}: ${got}`)).toEqual(Array.from({ length: due }, (_, n) => `${n + 1}: ${credit(amount, rate, n + 1)}`));
    expect(found.filter(({ k, on, state }) => on !== (state === "zero" ? null : addDays(start, k)))).toEqual([]);
    const waiting = found.filter((row) => row.state === "awaiting").reduce((sum, row) => sum + BigInt(row.amount), 0n);
    expect(await desk.sql("select e.days::text, e.posted::text, e.awaiting::text from invest.investments i, invest.earned(i) e where i.id = $1", [contract.id]))
      .toEqual([{ days: String(due), posted: String(found.reduce((sum, row) => sum + BigInt(row.amount), 0n) - waiting), awaiting: String(waiting) }]);
    const [state] = await desk.sql<{ state: string; earned: string; returned: string; parked: string | null }>(
      `select i.state, i.parked_reason as parked,
              (select coalesce(-sum(l.amount), 0)::text from ledger.lines l join ledger.journals j on j.id = l.journal_id where j.kind = 'accrual' and l.account_id = i.interest_account_id and l.source_id = i.id) as earned,
              (select coalesce(-sum(l.amount), 0)::text from ledger.lines l join ledger.journals j on j.id = l.journal_id where j.kind = 'maturity' and j.value_on = i.end_on and l.account_id = i.deposit_account_id and l.source_id = i.id) as returned
         from invest.investments i where i.id = $1`, [contract.id]);
    const posted = found.filter((row) => row.state === "posted").reduce((sum, row) => sum + BigInt(row.amount), 0n);
    const ended = asOf >= contract.end;
    expect(state).toEqual({ state: ended ? "matured" : "active", parked: null, earned: String(posted), returned: ended ? String(amount) : "0" });
  }
  expect(await desk.sql("select * from ledger.verify()")).toEqual([]);
}

const zones = ["UTC", "Asia/Kolkata", "America/New_York", "Pacific/Kiritimati", "Europe/Berlin"];
const terms = fc.record({
  rate: fc.oneof(fc.constantFrom("0.40", "0.10", "0.00000001", "0.33333333", "1.5", "99.99", "0.005"), fc.bigInt({ min: 1n, max: 400_000_000n }).map((scaled) => `${scaled / 100_000_000n}.${String(scaled % 100_000_000n).padStart(8, "0")}`)),
  term: fc.oneof(fc.record({ unit: fc.constant("DAYS"), duration: fc.integer({ min: 1, max: 25 }) }), fc.record({ unit: fc.constant("WEEKS"), duration: fc.integer({ min: 1, max: 4 }) }), fc.record({ unit: fc.constant("MONTHS"), duration: fc.integer({ min: 1, max: 2 }) })),
  timezone: fc.constantFrom(...zones),
});
const scenario = fc.record({
  // Around a leap day, a month's end and both changes of the clock.
  anchor: fc.constantFrom("2028-02-26", "2027-01-29", "2027-03-12", "2027-10-28", "2028-12-29"),
  plans: fc.array(terms, { minLength: 1, maxLength: 3 }),
  contracts: fc.array(fc.record({ plan: fc.nat(2), amount: fc.oneof(fc.constantFrom(1n, 50n, 250_000n), fc.bigInt({ min: 1n, max: 10_000_000_00n })), after: fc.nat(6) }), { minLength: 2, maxLength: 6 }),
  runs: fc.array(fc.record({ gap: fc.integer({ min: 0, max: 9 }), style: fc.constantFrom<Style>("plain", "twice", "two workers", "killed", "interrupted") }), { minLength: 3, maxLength: 6 }),
  funded: fc.constantFrom(0n, 5_000n, 10_000_000_000n),
});

test("rows, journals and maturities are the closed form, however the runs went", async () => {
  let compared = 0;
  await fc.assert(fc.asyncProperty(scenario, async ({ anchor, plans, contracts, runs, funded }) => {
    const database = await testDatabase();
    const desk = await openDesk(database, 4);
    try {
      await desk.set({ rail_percent: "0" });
      const made = await Promise.all(plans.map(({ rate, term, timezone }) => plan(desk, { rate: rate === "0.00000000" ? "0.00000001" : rate, ...term, timezone })));
      const all: Contract[] = [];
      const waiting = contracts.map((one) => ({ ...one, start: addDays(anchor, one.after) })).sort((a, b) => a.start.localeCompare(b.start));
      if (funded > 0n) await fund(desk, funded);
      let on: string = anchor;
      for (const { gap, style } of [...runs, { gap: 70, style: "plain" as const }]) {
        on = addDays(on, gap);
        // Contracts are opened on their day, some of them only after that day's run: the next one finds them.
        while (waiting[0] !== undefined && waiting[0].start <= on) {
          const next = waiting.shift();
          const terms = made[(next?.plan ?? 0) % made.length];
          if (next && terms) all.push(await open(desk, await investor(desk), terms, next.amount, next.start));
        }
        await accrue(desk, database, on, style);
        await settle(desk);
        await holds(desk, all, on);
        compared += all.length;
      }
      await fund(desk, 100_000_000_000n);
      await settle(desk);
      for (const contract of all) {
        const paid = (await rows(desk, contract)).filter(({ state }) => state !== "zero");
        expect(paid.every(({ state }) => state === "posted")).toBe(true);
        expect(paid.reduce((sum, { amount }) => sum + BigInt(amount), 0n)).toBe(contract.total);
      }
      await holds(desk, all, on);
    } finally {
      await desk.close();
      await database.drop();
    }
  }), { numRuns: Number.parseInt(process.env.PROPERTY_RUNS ?? "6", 10), endOnFailure: true });
  expect(compared).toBeGreaterThan(20);
}, 180_000);

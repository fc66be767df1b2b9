/** Tax against a small model in whole numbers: random credits over two financial years, with and without PAN; random payouts against their cap. */
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";

import { people } from "../../network/tests/support/tree";
import { handInPan, openPayouts, type Payouts } from "./world";

let house: Payouts;
beforeAll(async () => {
  house = await openPayouts();
  await house.desk.set({ tax_regime: "IN" });
  await house.desk.fund("commission", "INR", "90000000.00", house.method, house.operations, house.finance);
});
afterAll(() => house.close());

const percent = (amount: bigint, rate: bigint) => (amount * rate + 50n) / 100n;
const most = (a: bigint, b: bigint) => (a > b ? a : b);
const least = (a: bigint, b: bigint) => (a < b ? a : b);

/** What tax at credit is, told in another way: totals and takings per year, the oldest year paid first. */
class Model {
  readonly #years = new Map<number, { total: bigint; taken: bigint }>();
  pan = false;

  credit(year: number, amount: bigint, earnings: bigint): bigint {
    const mine = this.#years.get(year) ?? { total: 0n, taken: 0n };
    mine.total += amount;
    this.#years.set(year, mine);
    let left = earnings;
    for (const [, one] of [...this.#years].sort(([a], [b]) => a - b)) {
      const owed = one.total > 2_000_000n ? percent(one.total, this.pan ? 2n : 20n) : 0n;
      const take = least(left, most(0n, owed - one.taken));
      one.taken += take;
      left -= take;
    }
    return earnings - left;
  }
}

const days = ["2026-04-01", "2026-09-30", "2027-03-31", "2027-04-01", "2027-12-01", "2028-03-31"] as const;
const creditOf = fc.record({ day: fc.constantFrom(...days), amount: fc.bigInt(1n, 1_500_000n), toReserve: fc.bigInt(0n, 100n) });

test("what is withheld is what the model withholds, whatever comes in whatever order", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(creditOf, { minLength: 1, maxLength: 12 }), fc.integer({ min: 0, max: 12 }), async (credits, panAt) => {
      const [key = ""] = await people(house.desk, 1, `x${Math.random().toString(36).slice(2)}`);
      const model = new Model();
      for (const [n, { day, amount, toReserve }] of credits.entries()) {
        if (n === panAt) {
          await handInPan(house.desk, key);
          model.pan = true;
        }
        const emi = (amount * toReserve) / 100n;
        const split = emi > 0n && emi < amount;
        await house.desk.sql(
          `select treasury.record('commission', 'INR', 'pair', ledger.wallet($1, 'EARNINGS', 'INR'), $2, $3, nextval('treasury.source_order'), 0, null, core.business_now(), null,
             case when $4::bigint is not null then ledger.wallet($1, 'EMI_RESERVE', 'INR') end, $4)`, [key, String(amount), day, split ? String(emi) : null]);
        await house.desk.settle();
        const expected = model.credit(day < "2027-04-01" ? 2026 : 2027, amount, split ? amount - emi : amount);
        const [row] = await house.desk.sql<{ tax: string }>("select tax::text from payout.credits where member_id = $1 order by id desc limit 1", [key]);
        expect(row?.tax).toBe(String(expected));
      }
    }),
    { numRuns: 30 },
  );
  expect(await house.wrong()).toEqual([]);
});

test("tax at payout is five percent, rounded half away from zero, and at most what the cap leaves", async () => {
  const payouts = fc.sample(fc.record({ gross: fc.bigInt(1n, 9_000_000_000_000_000n), taken: fc.bigInt(0n, 1_200_000n) }), 2000);
  payouts.push({ gross: 10n, taken: 0n }, { gross: 9n, taken: 0n }, { gross: 20_000_000n, taken: 0n }, { gross: 20_000_020n, taken: 0n });
  const rows = await house.desk.sql<{ tax: string; free: string }>(
    "select payout.tax_of_payout(g, 5, 1000000, t)::text as tax, payout.tax_of_payout(g, 5, null, t)::text as free from unnest($1::bigint[], $2::bigint[]) with ordinality u (g, t, n) order by n",
    [payouts.map(({ gross }) => String(gross)), payouts.map(({ taken }) => String(taken))]);
  expect(rows).toEqual(payouts.map(({ gross, taken }) => ({ tax: String(least(percent(gross, 5n), most(0n, 1_000_000n - taken))), free: String(percent(gross, 5n)) })));
});

/** Random lives of a booking against a small model: after every step the figures are the model's and the schedule adds up (spec 4.1). */
import { randomUUID } from "node:crypto";

import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";

import { outcomeOf } from "../../tests/support/race";
import { openSales, type Sales } from "./world";

let sales: Sales;
beforeAll(async () => { sales = await openSales(); });
afterAll(() => sales.close());

const money = (minor: number): string => `${Math.trunc(minor / 100)}.${String(minor % 100).padStart(2, "0")}`;
const cents = (text: string): number => Number(text.replace(".", ""));

type Step = { kind: "pay" | "reserve" | "emi" | "back"; minor: number };
const step: fc.Arbitrary<Step> = fc.record({ kind: fc.constantFrom("pay", "pay", "reserve", "emi", "back"), minor: fc.oneof(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 120_000 })) });

/** What the rules of page 4 make of the same steps. */
class Model {
  external = 0;
  emi = 0;
  reserve = 0;
  first = 0;
  constructor(readonly price: number) {}
  get outstanding() { return this.price - this.external - this.emi; }
  pay(minor: number): string {
    if (minor > this.outstanding) return "exceeds_outstanding";
    if (minor < (this.first === 0 ? 50_000 : Math.min(100, this.outstanding))) return "below_minimum";
    this.external += minor;
    if (this.first === 0) {
      this.first = minor;
      this.apply(this.reserve);
    }
    return "accepted";
  }
  apply(minor: number): void {
    const applied = this.first === 0 ? 0 : Math.min(minor, this.outstanding);
    this.emi += applied;
    this.reserve -= applied;
  }
  back(minor: number): void {
    const taken = Math.min(minor, this.emi);
    this.emi -= taken;
    this.reserve += taken;
  }
}

test("paid and outstanding are the price, the schedule is the rest, and what is settled is the oldest", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 50_000, max: 300_000 }), fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 31 }), fc.array(step, { minLength: 1, maxLength: 10 }), async (price, parts, day, steps) => {
      const who = await sales.person();
      const booking = await sales.book(who, money(price), { parts, day });
      const model = new Model(price);
      for (const { kind, minor } of steps) {
        if (kind === "pay") {
          const outcome = await outcomeOf(sales.pay(who, booking, money(minor)));
          expect(outcome.refused ?? "accepted").toBe(model.pay(minor));
        } else if (kind === "reserve") {
          await sales.reserve(who, minor);
          model.reserve += minor;
        } else if (kind === "emi") {
          const asked = Math.min(minor, model.reserve);
          await sales.applyEmi(who, asked, randomUUID());
          model.apply(asked);
        } else {
          await sales.takeBack(who, minor, randomUUID());
          model.back(minor);
        }
        const { booking: row, schedule } = await sales.look(who, booking) as unknown as { booking: Record<"external" | "emi" | "paid" | "outstanding", string>; schedule: { amount: string; paid: string }[] };
        expect([cents(row.external), cents(row.emi), cents(row.paid) + cents(row.outstanding), cents(row.outstanding)]).toEqual([model.external, model.emi, price, model.outstanding]);
        if (model.first === 0 || price === model.first) {
          expect(schedule).toEqual([]);
          continue;
        }
        const amounts = schedule.map(({ amount }) => cents(amount));
        expect(amounts.reduce((sum, one) => sum + one, 0)).toBe(price - model.first);
        expect(new Set(amounts.slice(0, -1)).size).toBeLessThanOrEqual(1);
        let left = model.external + model.emi - model.first;
        const expected = amounts.map((amount) => { const paid = Math.min(amount, left); left -= paid; return paid; });
        expect(schedule.map(({ paid }) => cents(paid))).toEqual(expected);
      }
    }),
    { numRuns: 25 },
  );
  expect(await sales.faults()).toEqual([]);
});

/** Tax at credit, where the money is held, prefunded or owed. */
import { afterAll, beforeAll, expect, test } from "vitest";

import { openPayouts, type Payouts } from "./world";

let house: Payouts;
beforeAll(async () => {
  house = await openPayouts();
  await house.desk.set({ tax_regime: "IN" });
  await house.desk.fund("commission", "INR", "1000000.00", house.method, house.operations, house.finance);
});
afterAll(() => house.close());

/** A credit from the commission treasury, as a pair leaves it: gross, what of it goes to the reserve, why it is held, what is kept back. Minor units. */
const credit = async (key: string, gross: number, more: { emi?: number; hold?: string; reserve?: number; on?: string } = {}) => {
  await house.desk.sql(
    `select treasury.record('commission', 'INR', 'pair', ledger.wallet($1, 'EARNINGS', 'INR'), $2, $3, nextval('treasury.source_order'), 0, gen_random_uuid(), core.business_now(), $4,
       case when $5::bigint is not null then ledger.wallet($1, 'EMI_RESERVE', 'INR') end, $5, $6)`,
    [key, gross, more.on ?? "2027-03-01", more.hold ?? null, more.emi ?? null, more.reserve ?? null],
  );
  await house.desk.settle();
};
const held = async (key: string) => house.desk.sql<{ reason: string; amount: string }>("select h.reason, h.amount::text from ledger.holds h join ledger.accounts a on a.id = h.account_id where a.member_id = $1 and a.kind = 'EARNINGS' and h.state = 'open' order by h.reason", [key]);
const withheld = async (key: string) => (await house.desk.sql<{ tax: string }>("select coalesce(sum(tax), 0)::text as tax from payout.credits where member_id = $1", [key]))[0]?.tax;

test("tax of money that is held comes out of what is held", async () => {
  const who = await house.earner(0);
  await credit(who.key, 3000000, { hold: "unverified", reserve: 500000 });
  // No PAN: 20 % of the whole.
  expect(await withheld(who.key)).toBe("600000");
  expect(await held(who.key)).toEqual([{ reason: "reserve", amount: "500000" }, { reason: "unverified", amount: "1900000" }]);
  expect(await house.earnings(who)).toEqual({ balance: "2400000", available: "0" });
});

test("where the reserve is all there is, it is lowered", async () => {
  const who = await house.earner(0);
  await credit(who.key, 3000000, { emi: 2500000, reserve: 500000 });
  expect(await withheld(who.key)).toBe("500000");
  expect(await held(who.key)).toEqual([]);
  await credit(who.key, 1000000, { reserve: 950000 });
  // 20 % of 40,000.00 less 5,000.00.
  expect(await withheld(who.key)).toBe("800000");
  expect(await held(who.key)).toEqual([{ reason: "reserve", amount: "700000" }]);
});

test("exactly the threshold is free; other currencies and treasuries are not in scope", async () => {
  const who = await house.earner(0);
  await credit(who.key, 2000000);
  expect(await withheld(who.key)).toBe("0");
  await credit(who.key, 1);
  expect(await withheld(who.key)).toBe("1");
  const usd = await house.desk.method("USD");
  await house.desk.fund("commission", "USD", "100000.00", usd, house.operations, house.finance);
  await house.desk.sql("select treasury.record('commission', 'USD', 'milestone', ledger.wallet($1, 'EARNINGS', 'USD'), 5000000, '2027-03-01', nextval('treasury.source_order'), 0, null, core.business_now())", [who.key]);
  await house.desk.settle();
  expect(await withheld(who.key)).toBe("1");
});

test("a commission that is paid at once out of an earmark is taxed with the contract", async () => {
  const referrer = await house.earner(0);
  const investor = await house.person(referrer.code);
  await house.desk.set({ rail_percent: "10" });
  const made = await house.desk.ask("staff_plan_create", { token: house.operations.token, name: "Steep", currency: "INR", timezone: "UTC", daily_rate: "0.10", minimum: "1.00", maximum: "9000000.00", duration: 2, unit: "DAYS", referral_rate: "3.00", description: "", risk_text: "Risky", key: "00000000-0000-4000-8000-00000000aaaa" });
  await house.desk.decide(house.finance, made.request);
  await house.desk.decide(house.second, made.request);
  await house.desk.fund("returns", "INR", "10000.00", house.method, house.operations, house.finance);
  await house.desk.deposit(investor, "1000000.00", house.method, house.finance);
  await house.desk.invest(investor, made.plan as string, "1000000.00");
  expect(await withheld(referrer.key)).toBe("600000");
  expect(await house.earnings(referrer)).toEqual({ balance: "2400000", available: "2400000" });
});

test("the register adds what was withheld at credit and at payout by value date", async () => {
  const who = await house.earner(0);
  await credit(who.key, 2500000, { on: "2026-12-31" });
  await credit(who.key, 100000, { on: "2027-01-01" });
  const register = (from: string, until: string) => house.desk.sql<{ gross: string; tax: string }>("select gross::text, tax::text from payout.tax_register($2, $3) where member_id = $1", [who.key, from, until]);
  expect(await register("2026-10-01", "2026-12-31")).toEqual([{ gross: "2500000", tax: "500000" }]);
  expect(await register("2027-01-01", "2027-03-31")).toEqual([{ gross: "100000", tax: "20000" }]);
});

test("after all of it the books are true", async () => {
  expect(await house.wrong()).toEqual([]);
});

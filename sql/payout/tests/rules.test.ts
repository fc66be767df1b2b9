/** Dated tax rules: no two at once, none in the past, none changed. */
import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import { refused } from "../../tests/support/builders";
import { tally, together, words } from "../../tests/support/race";
import { openPayouts, type Payouts } from "./world";

let house: Payouts;
beforeAll(async () => { house = await openPayouts(); });
afterAll(() => house.close());

type Figures = { regime?: string; scope?: string; rate?: string; no_pan_rate?: string | null; threshold?: number | null; cap?: number | null; from_on?: string | null; until_on?: string | null };
const add = (figures: Figures, by = house.finance) =>
  house.desk.ask("staff_tax_rule_add", { token: by.token, regime: "SEED", scope: "per_payout", rate: "7.5", no_pan_rate: null, threshold: null, cap: 5000, from_on: "2027-04-01", until_on: null, certificate_form: "Form", payment_code: "Code", note: "Verify before filing", key: randomUUID(), ...figures });
const end = (rule: string, until_on: string | null) => house.desk.ask("staff_tax_rule_end", { token: house.finance.token, rule, until_on, key: randomUUID() });
const rules = async () => ((await house.desk.ask("staff_tax_rules", { token: house.finance.token })).rules as { id: string; regime: string; scope: string; rate: string; from_on: string; until_on: string | null }[]);
const seeded = async () => (await rules()).find(({ regime, scope }) => regime === "SEED" && scope === "per_payout")?.id ?? "";

test("a rule that another one covers is refused, and so is one that begins in the past", async () => {
  expect(await refused(add({}))).toBe("tax_rules_overlap");
  expect(await refused(add({ from_on: "2027-02-28" }))).toBe("invalid_input");
  expect(await refused(add({ from_on: null }))).toBe("invalid_input");
  expect(await refused(add({ rate: "x" }))).toBe("invalid_input");
  expect(await refused(add({ regime: "IN", scope: "per_tax_year", no_pan_rate: "x" }))).toBe("invalid_input");
  expect(await refused(add({}, house.operations))).toBe("not_permitted");
  expect(await rules()).toHaveLength(3);
});

test("a rule ends once, not in the past, and the next one follows the day after", async () => {
  const rule = await seeded();
  expect(await refused(end(rule, "2027-02-28"))).toBe("invalid_input");
  expect(await refused(end(rule, null))).toBe("invalid_input");
  await end(rule, "2027-03-31");
  expect(await refused(end(rule, "2027-05-31"))).toBe("already_decided");
  expect(await refused(add({ from_on: "2027-03-31" }))).toBe("tax_rules_overlap");
  const outcomes = await together(() => add({}), () => add({ rate: "8" }));
  expect(tally(words(outcomes))).toEqual({ accepted: 1, tax_rules_overlap: 1 });
});

test("the day of the request decides, not that of the approval", async () => {
  const who = await house.earner(1000000);
  await house.desk.clock("2027-03-31T23:00:00Z");
  const before = await house.ask(who, "100.00");
  await house.desk.clock("2027-04-01T00:00:00Z");
  const after = await house.ask(who, "100.00");
  await house.approve(before.request);
  await house.approve(after.request);
  expect((await house.show(who, before.payout)).tax).toBe("5.00");
  expect(["7.50", "8.00"]).toContain((await house.show(who, after.payout)).tax);
});

test("without a rule nothing is withheld", async () => {
  const who = await house.earner(1000000);
  await house.desk.set({ tax_cap_scope: "per_tax_year" });
  const [rule] = (await rules()).filter(({ regime, scope }) => regime === "SEED" && scope === "per_tax_year");
  await end(rule?.id ?? "", "2027-04-01");
  await house.desk.clock("2027-04-02T00:00:00Z");
  expect((await house.show(who, (await house.ask(who, "100.00")).payout)).tax).toBe("0.00");
});

/** Settings stand within their bounds, and each change says who, when and why; what touches money is changed by two (spec 7.1). */
import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import { openDesk, refusalOf, refused, type Desk } from "../../tests/support/builders";
import { contents } from "../../tests/support/contents";
import { testDatabase, type TestDatabase } from "../../tests/support/database";
import { together, words } from "../../tests/support/race";

let database: TestDatabase;
let desk: Desk;
let admin: { token: string; name: string };
let finance: { token: string; name: string };

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database, 6);
  admin = await desk.staff("admin");
  finance = await desk.staff("finance");
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});

const valueOf = async (key: string) => (await desk.sql<{ value: string }>("select value from core.settings where key = $1", [key]))[0]?.value ?? "";
const change = async (setting: string, value: string | null, more: Record<string, unknown> = {}) =>
  desk.ask("staff_setting_change", { token: admin.token, setting, before: await valueOf(setting), value, reason: "decided by the board", key: randomUUID(), ...more });
const why = async (work: Promise<unknown>) => {
  try {
    await work;
    return "accepted";
  } catch (error) {
    const found = refusalOf(error);
    return found ? [found.code, found.field, found.params.reason].filter(Boolean).join(" ") : String(error);
  }
};

test("what is not of its kind, out of its range, no choice, no currency, no zone or without a reason is refused at its field and changes nothing", async () => {
  const before = await contents(desk);
  expect(await why(change("retention_days", "ten"))).toBe("invalid_input value shape");
  expect(await why(change("retention_days", "1.5"))).toBe("invalid_input value shape");
  expect(await why(change("retention_days", ""))).toBe("invalid_input value empty");
  expect(await why(change("retention_days", null))).toBe("invalid_input value empty");
  expect(await why(change("financial_year_month", "13"))).toBe("invalid_input value range");
  expect(await why(change("financial_year_month", "0"))).toBe("invalid_input value range");
  expect(await why(change("emi_percent", "100.01"))).toBe("invalid_input value range");
  expect(await why(change("withdrawal_fee", "-1"))).toBe("invalid_input value shape");
  expect(await why(change("withdrawal_fee", "1e3"))).toBe("invalid_input value shape");
  expect(await why(change("require_kyc", "yes"))).toBe("invalid_input value choice");
  expect(await why(change("tax_regime", "XX"))).toBe("invalid_input value choice");
  expect(await why(change("currency", "XXX"))).toBe("invalid_input value currency");
  expect(await why(change("timezone", "Mars/Olympus"))).toBe("invalid_input value timezone");
  expect(await why(change("support_email", "nobody"))).toBe("invalid_input value shape");
  expect(await why(change("working_days", "21"))).toBe("invalid_input value shape");
  expect(await why(change("company", ""))).toBe("invalid_input value shape");
  expect(await why(change("company", "A\u0007B"))).toBe("invalid_input value");
  expect(await why(change("company", await valueOf("company")))).toBe("invalid_input value nothing_changes");
  expect(await why(change("company", "Other", { reason: " " }))).toBe("note_required reason");
  expect(await why(change("company", "Other", { before: "Another" }))).toBe("setting_changed value");
  expect(await why(change("no_such", "1"))).toBe("not_found");
  expect(await contents(desk)).toEqual(before);
});

test("the table itself refuses a value out of its bounds, whoever writes it", async () => {
  for (const [key, value] of [["financial_year_month", "13"], ["tax_regime", "XX"], ["working_days", "8"], ["retention_days", "many"], ["emi_percent", "101"]]) {
    await expect(desk.sql("update core.settings set value = $2 where key = $1", [key, value])).rejects.toThrow(/violates check constraint/);
  }
});

test("what touches no money holds at once, with its version; done twice with one key it is done once", async () => {
  const key = randomUUID();
  const given = { before: "Coffer", key };
  expect(await change("company", " Northwind ", given)).toEqual({ request: null });
  expect(await change("company", " Northwind ", given)).toEqual({ request: null });
  expect(await valueOf("company")).toBe("Northwind");
  const { setting, versions } = await desk.ask("staff_setting", { token: finance.token, setting: "company" });
  expect(setting).toMatchObject({ value: "Northwind", request: null });
  expect(versions).toMatchObject([{ no: 1, before: "Coffer", value: "Northwind", by: admin.name, reason: "decided by the board", request: null, approved_by: null }]);
  expect(await refused(desk.sql("delete from core.setting_versions"))).toBe("immutable");
  expect(await refused(desk.sql("update core.setting_versions set value = 'x'"))).toBe("immutable");
});

test("what touches money waits for somebody else; then it is the value, and the history names both", async () => {
  const { request } = await change("withdrawal_fee", "1.25");
  expect(await valueOf("withdrawal_fee")).toBe("0");
  expect(await why(change("withdrawal_fee", "2"))).toBe("already_open");
  expect((await desk.ask("staff_request", { token: finance.token, request })).evidence).toMatchObject({ setting: { key: "withdrawal_fee", value: "0", request } });
  expect(await refused(desk.decide(admin, request))).toBe("not_permitted");
  expect(await desk.decide(finance, request)).toMatchObject({ state: "approved" });
  expect(await valueOf("withdrawal_fee")).toBe("1.25");
  expect((await desk.ask("staff_setting", { token: finance.token, setting: "withdrawal_fee" })).versions).toMatchObject([{ before: "0", value: "1.25", by: admin.name, approved_by: finance.name, request }]);
});

test("a change that is rejected or no longer fits leaves the value", async () => {
  const rejected = await change("withdrawal_most", "500");
  await desk.decide(finance, rejected.request, "reject");
  expect(await valueOf("withdrawal_most")).toBe("0");
  const stale = await change("withdrawal_most", "600");
  await desk.set({ withdrawal_most: "700" });
  expect(await refused(desk.decide(finance, stale.request))).toBe("setting_changed");
  expect(await valueOf("withdrawal_most")).toBe("700");
});

test("a rail below plans on sale is refused, naming them, when it is asked and when it is carried out", async () => {
  const operations = await desk.staff("operations");
  await desk.plan(operations, finance, { name: "Steady", daily_rate: "0.10" });
  await desk.plan(operations, finance, { name: "Slow", daily_rate: "0.01" });
  const error = await change("rail_percent", "30").catch((refusal: unknown) => refusalOf(refusal));
  expect(error).toEqual({ code: "rail_below_plans", field: "value", params: { plans: "Steady" } });
  const { request } = await change("rail_percent", "36.5");
  await desk.plan(operations, finance, { name: "Quick", daily_rate: "0.15" });
  expect(await refused(desk.decide(finance, request))).toBe("rail_below_plans");
  await desk.decide(finance, request, "reject");
  expect(await why(change("rail_percent", "0"))).toBe("accepted");
});

test("two who change one setting at once: one does, the other is told", async () => {
  const before = await valueOf("grievance_officer");
  const outcomes = await together(...["Ada", "Eve", "Ida", "Una"].map((name) => () => change("grievance_officer", name, { before })));
  expect(words(outcomes).sort()).toEqual(["accepted", "setting_changed", "setting_changed", "setting_changed"]);
  expect((await desk.ask("staff_setting", { token: admin.token, setting: "grievance_officer" })).versions).toHaveLength(1);
});

test("every setting of the reference data lies within its own bounds and is read by those who may", async () => {
  const auditor = await desk.staff("auditor");
  const { settings } = await desk.ask("staff_settings", { token: auditor.token });
  const count = (await desk.sql<{ n: number }>("select count(*)::integer as n from core.settings"))[0]?.n;
  expect(settings).toHaveLength(count ?? 0);
  expect(await refused(desk.ask("staff_setting_change", { token: auditor.token, setting: "company", before: "x", value: "y", reason: "r", key: randomUUID() }))).toBe("not_permitted");
  expect(await refused(desk.ask("staff_settings", { token: (await desk.staff("support")).token }))).toBe("not_permitted");
});

/** Nominees (spec 5.2): the shares of those who stand are exactly the whole, whoever writes and however many write at once. */
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";

import { openDesk, refusalOf, type Desk } from "../../tests/support/builders";
import { testDatabase, type TestDatabase } from "../../tests/support/database";
import { together } from "../../tests/support/race";

let database: TestDatabase;
let desk: Desk;
let ann: { token: string; email: string };

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database, 8);
  await desk.clock("2027-03-01T12:00:00Z");
  ann = await desk.member("ann");
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});

const one = (share: string, change: Record<string, unknown> = {}) => ({ name: "Bo", relation: "child", born_on: "1990-05-01", share, guardian: null, ...change });
const save = (nominees: unknown, who = ann) => desk.ask("member_nominees_save", { token: who.token, nominees: JSON.stringify(nominees) });
const named = async (who = ann) => (await desk.ask("member_nominees", { token: who.token })).nominees as { name: string; share: string }[];
const refusal = (work: Promise<unknown>) => work.then(() => null, (error: unknown) => refusalOf(error));

test("shares that are the whole are kept in their order, and a new set takes the place of the old one", async () => {
  await save([one("33.33"), one("33.33", { name: "Cy" }), one("33.34", { name: "Di" })]);
  expect((await named()).map(({ name, share }) => `${name} ${share}`)).toEqual(["Bo 33.33", "Cy 33.33", "Di 33.34"]);
  await save([one("100")]);
  expect(await named()).toMatchObject([{ name: "Bo", share: "100.00", born_on: "1990-05-01", guardian: null }]);
  await save([]);
  expect(await named()).toEqual([]);
});

test.each([["99.99", ["33.33", "33.33", "33.33"]], ["100.01", ["50", "50.01"]], ["50.00", ["50"]], ["200.00", ["100", "100"]]])("shares of %s are refused with what they add up to, and nothing changes", async (sum, shares) => {
  await save([one("100")]);
  expect(await refusal(save(shares.map((share) => one(share))))).toEqual({ code: "shares_not_whole", field: "nominees", params: { sum } });
  expect(await named()).toHaveLength(1);
});

test.each([
  ["name_1", [one("100", { name: " " })]], ["relation_1", [one("100", { relation: "friend" })]], ["share_2", [one("100"), one("0")]], ["share_1", [one("100.001")]], ["share_1", [one("-1")]], ["share_1", [one("1e2")]], ["share_1", [one("١٠٠")]],
  ["share_1", [one("NaN")]], ["share_1", [one("101")]], ["born_1", [one("100", { born_on: "2027-03-02" })]], ["born_1", [one("100", { born_on: "1890-01-01" })]], ["born_1", [one("100", { born_on: "2001-02-30" })]], ["born_1", [one("100", { born_on: "tomorrow" })]],
  ["nominees", null], ["nominees", { name: "Bo" }], ["nominees", Array.from({ length: 11 }, () => one("9"))],
])("what cannot be is refused at %s: %j", async (field, nominees) => {
  expect(await refusal(save(nominees))).toMatchObject({ code: "invalid_input", field });
});

test("somebody under 18 on the business day is named with a guardian", async () => {
  expect(await refusal(save([one("100", { born_on: "2009-03-02" })]))).toMatchObject({ code: "guardian_required", field: "guardian_1" });
  await save([one("100", { born_on: "2009-03-02", guardian: "Cy Test" })]);
  // Eighteen today.
  await save([one("100", { born_on: "2009-03-01" })]);
});

test("two sets saved at the same moment are one of the two", async () => {
  for (let round = 0; round < 10; round += 1) {
    await together(() => save([one("60"), one("40")]), () => save([one("70"), one("30")]), () => save([one("100")]), () => save([]));
    const shares = (await named()).map(({ share }) => share).join();
    expect(["60.00,40.00", "70.00,30.00", "100.00", ""]).toContain(shares);
  }
});

test("the table itself refuses what is not the whole, whoever writes", async () => {
  await save([one("60"), one("40")]);
  for (const statement of ["update compliance.nominees set share = 5999 where share = 6000 and removed_at is null", "delete from compliance.nominees where share = 4000 and removed_at is null", "update compliance.nominees set removed_at = now() where share = 4000",
    "insert into compliance.nominees (member_id, name, relation, born_on, share, named_at) select member_id, 'X', 'other', '1990-01-01', 1, now() from compliance.nominees limit 1"]) {
    await expect(desk.sql(statement)).rejects.toMatchObject({ message: "shares_not_whole" });
  }
  // Moved in one transaction the sum stays.
  await desk.sql("update compliance.nominees set share = case share when 6000 then 5000 else 5000 end where removed_at is null");
});

test("any parts of 10,000 are accepted, and any others are not", async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 9_999 }), { minLength: 1, maxLength: 9 }), async (parts) => {
    const sum = parts.reduce((total, part) => total + part, 0);
    const percent = (part: number) => `${Math.floor(part / 100)}.${String(part % 100).padStart(2, "0")}`;
    const whole = sum < 10_000 ? [...parts, 10_000 - sum] : parts;
    const outcome = await refusal(save(whole.map((part) => one(percent(part)))));
    expect(outcome?.code ?? "accepted").toBe(sum <= 10_000 ? "accepted" : "shares_not_whole");
  }), { numRuns: 40 });
});

/** The reserve of a pair (spec 4.3): a part of what goes to EARNINGS is held until staff release it, once, for one member and currency. */
import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import { openDesk, refused, type Desk } from "../../tests/support/builders";
import { testDatabase, type TestDatabase } from "../../tests/support/database";
import { tally, together, words } from "../../tests/support/race";
import { count, faults, legs, match, plan, wallet } from "./support/pairs";
import { people } from "./support/tree";

let database: TestDatabase;
let desk: Desk;
let operations: { token: string };
let finance: { token: string };
const at = "2027-03-01T10:00:00+05:30";

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database, 8);
  await desk.clock(at);
  await desk.set({ otp_per_minute: "1000", two_person_above: "0" });
  [operations, finance] = [await desk.staff("operations"), await desk.staff("finance")];
  await plan(desk, { network_currency: "INR", pair_value: "100.00", first_full_pairs: "1", monthly_pair_cap: "100", count_on: "placement", reserve_percent: "12.5" });
  await desk.fund("commission", "INR", "100000.00", await desk.method("INR"), operations, finance);
}, 60_000);
afterAll(async () => {
  expect(await faults(desk)).toEqual([]);
  await desk.close();
  await database.drop();
});

let made = 0;
/** Somebody whose two pairs were paid: 100.00 whole, then 80.00 with 20.00 to EMI_RESERVE. */
async function earner() {
  made += 1;
  const who = await desk.member(`r${made}`);
  const [row] = await desk.sql<{ id: string }>("select id::text from identity.members where public_id = $1", [who.id]);
  const tree = await legs(desk, [row?.id ?? "", ...(await people(desk, 4, `r${made}-`))], 2, 2);
  for (const member of [...tree.left, ...tree.right]) await count(desk, member, at);
  await match(desk);
  await desk.settle();
  return { ...who, tree, held: async () => (await wallet(desk, tree.top, "EARNINGS")) };
}
const release = (who: { id: string }, more: Record<string, unknown> = {}) =>
  desk.ask("staff_reserve_release", { token: operations.token, member: who.id, currency: "INR", reason: "The months are over.", key: randomUUID(), ...more });
const shown = async (who: { token: string }) => (await desk.ask("member_earnings", { token: who.token })).reserve;

test("the part is held, shown, and available once it was released; the same form again is the same answer", async () => {
  const who = await earner();
  // 12.50 of 100.00 and 10.00 of 80.00.
  expect(await who.held()).toEqual({ balance: "18000", available: "15750" });
  expect(await shown(who)).toEqual([{ currency: "INR", amount: "22.50" }]);
  const key = randomUUID();
  expect(await release(who, { key })).toEqual({ currency: "INR", amount: "22.50" });
  expect(await release(who, { key })).toEqual({ currency: "INR", amount: "22.50" });
  expect(await who.held()).toEqual({ balance: "18000", available: "18000" });
  expect(await shown(who)).toEqual([]);
  expect(await refused(release(who))).toBe("already_decided");
});

test("only by those who may, with a reason, of somebody who is there; nobody else's", async () => {
  const [who, other] = [await earner(), await earner()];
  expect(await refused(release(who, { token: finance.token }))).toBe("not_permitted");
  expect(await refused(release(who, { reason: " " }))).toBe("note_required");
  expect(await refused(release({ id: randomUUID() }))).toBe("not_found");
  expect(await refused(release(who, { currency: "EUR" }))).toBe("not_found");
  await release(who);
  expect(await shown(other)).toEqual([{ currency: "INR", amount: "22.50" }]);
});

test("released twice at once and reversed in between: it ends once, and what is taken back is taken whole", async () => {
  const who = await earner();
  expect(tally(words(await together<unknown>(() => release(who), () => release(who), () => release(who))))).toEqual({ accepted: 1, already_decided: 2 });
  const late = await earner();
  await count(desk, late.tree.left[1] ?? "", at, -1);
  await together<unknown>(() => release(late), () => match(desk));
  await match(desk);
  expect(await late.held()).toMatchObject({ balance: "10000" });
});

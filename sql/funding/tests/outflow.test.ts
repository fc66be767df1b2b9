/** The breaker of a day's outflow (spec 3.6): all members together, under races, over the rolling 24 hours; administrators are told. */
import { afterAll, beforeAll, expect, test } from "vitest";

import { openDesk, refused, type Desk } from "../../tests/support/builders";
import { testDatabase, type TestDatabase } from "../../tests/support/database";
import { tally, together, words } from "../../tests/support/race";

let database: TestDatabase;
let desk: Desk;
let finance: { token: string };
let member: { token: string; id: string };
let other: { token: string; id: string };
let destinations: Record<string, string>;

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database);
  await desk.clock("2027-03-01T10:00:00Z");
  await desk.set({ otp_per_minute: "1000", destination_cooling_hours: "0", outflow_most_per_day: "100.00" });
  [finance] = [await desk.staff("finance"), await desk.staff("admin")];
  const usd = await desk.method();
  [member, other] = [await desk.member("ann"), await desk.member("bo")];
  for (const who of [member, other]) await desk.deposit(who, "1000.00", usd, finance);
  destinations = { [member.id]: await desk.destination(member), [other.id]: await desk.destination(other) };
}, 60_000);
afterAll(async () => {
  await desk.close();
  await database.drop();
});

const ask = async (who: { token: string; id: string }, amount: string): Promise<string> => (await desk.withdraw(who, "DEPOSIT", amount, destinations[who.id] ?? "")).request as string;
const alerts = () => desk.sql<{ asked: string }>("select props ->> 'asked' as asked from outbox.mails where template = 'alert_outflow' order by created_at");

test("six approvals at once of 30.00 each by two members: three fit under 100.00, the rest waits for the next day", async () => {
  const requests: string[] = [];
  for (let n = 0; n < 6; n += 1) requests.push(await ask(n % 2 === 0 ? member : other, "30.00"));
  const outcomes = await together(...requests.map((request) => () => desk.decide(finance, request)));
  expect(tally(words(outcomes))).toEqual({ accepted: 3, outflow_stopped: 3 });
  const waiting = requests.filter((_, n) => outcomes[n]?.refused);
  expect(await desk.sql("select state, count(*)::integer as n from funding.withdrawals group by 1 order by 1")).toEqual([{ state: "approved", n: 3 }, { state: "pending", n: 3 }]);

  // Told once that day, that more is asked for than may leave; nothing else was written by what was refused.
  expect(await alerts()).toEqual([{ asked: "120.00" }]);

  await desk.clock("2027-03-02T09:59:59Z");
  expect(await refused(desk.decide(finance, waiting[0] ?? ""))).toBe("outflow_stopped");
  await desk.clock("2027-03-02T10:00:01Z");
  for (const request of waiting) expect(await desk.decide(finance, request)).toMatchObject({ state: "approved" });
});

test("a request above what is left is told of once more on another day; zero means no limit", async () => {
  await ask(member, "50.00");
  expect((await alerts()).map(({ asked }) => asked)).toEqual(["120.00", "140.00"]);
  await desk.set({ outflow_most_per_day: "0" });
  expect(await desk.decide(finance, await ask(other, "500.00"))).toMatchObject({ state: "approved" });
});

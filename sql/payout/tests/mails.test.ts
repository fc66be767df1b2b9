/** Each step of a payout is told to its member by mail, once, with the figures as they were frozen. */
import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import { openPayouts, type Earner, type Payouts } from "./world";

let house: Payouts;
beforeAll(async () => { house = await openPayouts(); await house.desk.clock("2027-03-01T10:00:00Z"); });
afterAll(() => house.close());

const told = async (who: Earner) =>
  (await house.desk.sql<{ line: string }>("select template || ' ' || (props ->> 'gross') || coalesce(' ' || (props ->> 'reason'), '') as line from outbox.mails where member_id = $1 and template like 'payout%' order by id", [who.key])).map(({ line }) => line);

test("asked, approved, returned and taken back", async () => {
  const who = await house.earner(100000);
  const { payout, request } = await house.ask(who, "100.00");
  await house.approve(request);
  await house.file();
  await house.returned(payout);
  await house.reverse(payout);
  expect(await told(who)).toEqual(["payout_pending 100.00", "payout_approved 100.00", "payout_returned 100.00 account closed", "payout_reversed 100.00 a wrong account"]);
});

test("rejected, with the reason; and who takes a payout back knows it", async () => {
  const who = await house.earner(100000);
  await house.desk.decide(house.finance, (await house.ask(who, "20.00")).request, "reject");
  await house.cancelPayout(who, (await house.ask(who, "30.00")).payout);
  expect(await told(who)).toEqual(["payout_pending 20.00", "payout_rejected 20.00 not in order", "payout_pending 30.00"]);
});

test("an answer of the bank tells each member what it says of their payout, and nothing to those it leaves out", async () => {
  const people = [await house.earner(100000), await house.earner(100000), await house.earner(100000)] as const;
  for (const who of people) await house.approve((await house.ask(who, "100.00")).request);
  const file = (await house.file()).file as string;
  const { items } = (await house.desk.ask("staff_bank_file", { token: house.operations.token, file })) as unknown as { items: { reference: string }[] };
  const lines = [{ line: 2, reference: items[0]?.reference, outcome: "paid" }, { line: 3, reference: items[1]?.reference, outcome: "returned", reason: "closed" }];
  const answer = { token: house.operations.token, file, lines: JSON.stringify(lines), key: randomUUID() };
  await house.desk.ask("staff_bank_answer", answer);
  await house.desk.ask("staff_bank_answer", answer);
  const before = ["payout_pending 100.00", "payout_approved 100.00"];
  expect(await Promise.all(people.map(told))).toEqual([[...before, "payout_paid 100.00"], [...before, "payout_returned 100.00 closed"], before]);
});

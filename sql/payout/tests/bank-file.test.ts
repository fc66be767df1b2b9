/** Files for the bank and its answers (spec 4.4): every line once, and an answer is taken whole or not at all. */
import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import { refusalOf, refused } from "../../tests/support/builders";
import { contents } from "../../tests/support/contents";
import { together, words } from "../../tests/support/race";
import { openPayouts, type Earner, type Payouts } from "./world";

type Line = { line: number; reference: string; outcome: string; amount?: string; reason?: string };
type File = { file: { id: string; lines: number; open: number; paid: number; returned: number }; items: { no: number; reference: string; amount: string; account_number: string; state: string }[]; from: Record<string, string | null> };

let house: Payouts;
beforeAll(async () => { house = await openPayouts(); await house.desk.clock("2027-03-01T10:00:00Z"); });
afterAll(async () => {
  expect(await house.wrong()).toEqual([]);
  await house.close();
});

/** So many approved payouts in a file of their own. */
async function sent(count: number): Promise<{ id: string; people: Earner[]; lines: Line[]; show: () => Promise<File> }> {
  const people: Earner[] = [];
  for (let n = 0; n < count; n += 1) {
    const who = await house.earner(100000);
    people.push(who);
    await house.approve((await house.ask(who, "100.00")).request);
  }
  const id = (await house.file()).file as string;
  const show = async () => (await house.desk.ask("staff_bank_file", { token: house.operations.token, file: id })) as unknown as File;
  return { id, people, show, lines: (await show()).items.map(({ reference }, n) => ({ line: n + 2, reference, outcome: "paid" })) };
}
const answer = (file: string, lines: unknown, key: string = randomUUID()) => house.desk.ask("staff_bank_answer", { token: house.operations.token, file, lines: JSON.stringify(lines), key });

test("a file shows every line in order with the whole account, and the list what waits and what was answered", async () => {
  const who = await house.earner(100000);
  await house.approve((await house.ask(who, "10.00")).request);
  const list = () => house.desk.ask("staff_bank_files", { token: house.operations.token });
  expect((await list()).waiting).toMatchObject([{ currency: "INR", lines: 1, sum: "9.50", methods: [{ id: house.method }] }]);
  const { id, show } = await sent(2);
  const { file, items, from } = await show();
  expect(file).toMatchObject({ lines: 3, open: 3, paid: 0, returned: 0 });
  expect(items.map(({ no, amount, state }) => [no, amount, state])).toEqual([[1, "9.50", "sent"], [2, "95.00", "sent"], [3, "95.00", "sent"]]);
  expect(items.every(({ account_number: account }) => /^[0-9A-Z]{5,}$/i.test(account))).toBe(true);
  expect(from.account_number).toBeTruthy();
  const { items: files, waiting } = (await list()) as { items: { id: string }[]; waiting: unknown[] };
  expect([files[0]?.id, waiting]).toEqual([id, []]);
  // The next file counts its own lines alone.
  expect(await (await sent(1)).show()).toMatchObject({ file: { lines: 1, sum: "95.00", open: 1 } });
  expect(await refused(house.desk.ask("staff_bank_file", { token: house.operations.token, file: randomUUID() }))).toBe("not_found");
  expect(await refused(house.desk.ask("staff_bank_file", { token: (await house.desk.staff("support")).token, file: id }))).toBe("not_permitted");
});

test("an answer says what arrived and what came back, once; the same form again is the same answer", async () => {
  const { id, people, lines, show } = await sent(3);
  const [one, two] = lines as [Line, Line];
  const key = randomUUID();
  const said = [{ ...one, amount: "95.00" }, { ...two, outcome: "returned", reason: "Account closed" }];
  expect(await answer(id, said, key)).toEqual({ paid: 1, returned: 1 });
  expect(await answer(id, said, key)).toEqual({ paid: 1, returned: 1 });
  expect((await show()).file).toMatchObject({ open: 1, paid: 1, returned: 1 });
  expect(await Promise.all(people.map((who) => house.earnings(who)))).toEqual([{ balance: "90000", available: "90000" }, { balance: "99500", available: "99500" }, { balance: "90000", available: "90000" }]);
});

test.each<[string, (lines: Line[], elsewhere: Line) => unknown[], string, number | null]>([
  ["a line of another file", ([one], elsewhere) => [one, { ...elsewhere, line: 3 }], "foreign_line", 3],
  ["a line that stands there twice", ([one]) => [one, { ...one, line: 9 }], "repeated_line", 2],
  ["another amount", ([one, two]) => [one, { ...two, amount: "95.01" }], "other_amount", 3],
  ["an outcome nobody knows", ([one, two]) => [one, { ...two, outcome: "perhaps" }], "unknown_outcome", 3],
  ["a return without a reason", ([one, two]) => [one, { ...two, outcome: "returned", reason: " " }], "no_reason", 3],
])("%s: nothing of the answer is taken, and the line is named", async (_, spoil, context, line) => {
  const [{ id, lines }, other] = [await sent(2), await sent(1)];
  const before = await contents(house.desk);
  const refusal = await answer(id, spoil(lines, other.lines[0] as Line)).then(() => null, refusalOf);
  expect(refusal).toMatchObject({ code: "bank_answer_wrong", field: "file", params: { line, context } });
  expect(await contents(house.desk)).toEqual(before);
});

test("the same answer a second time, and two at once: a line is paid once", async () => {
  const { id, lines, show } = await sent(2);
  expect(words(await together(...Array.from({ length: 6 }, () => () => answer(id, lines)))).sort()).toEqual(["accepted", ...Array.from({ length: 5 }, () => "bank_answer_wrong")]);
  expect((await show()).file).toMatchObject({ open: 0, paid: 2 });
  for (const bad of [[], {}, [1], [{ line: "two" }], [{ reference: "P-A", outcome: "paid" }]]) expect(await refused(answer(id, bad))).toBe("invalid_input");
});

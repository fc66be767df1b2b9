/** A member's statement: what it opens with, what moved, what it closes with, in pages of one moment (spec 5.5, capability C16). */
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";

import { openDesk, refused, type Desk } from "./support/builders";
import { testDatabase, type TestDatabase } from "./support/database";
import { untilClosed, untilEnded } from "./support/horizon";
import { dayOf, decimal, exponents, lastDay, statementWorld, steps, today, type PlainSection } from "./support/statement-world";

type Line = { id: string; wallet: string; currency: string; amount: string; balance: string; value_on: string; seal: string | null };
type Answer = { sections: Record<string, unknown>[]; items: Line[]; next: string | null; from: string; to: string };

let database: TestDatabase;
let desk: Desk;
let runs = 0;

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database, 4);
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});

const newWorld = (currencies: [string, string] = ["USD", "JPY"]) => statementWorld(desk, `reader-${(runs += 1)}`, currencies);
const ask = async (token: string, more: Record<string, unknown>): Promise<Answer> => (await desk.ask("member_statement", { token, period: "dates", ...more })) as unknown as Answer;

async function pages(token: string, more: Record<string, unknown>, limit: number, between: () => Promise<void> = () => Promise.resolve()): Promise<Line[]> {
  const found: Line[] = [];
  for (let cursor: string | null = null; ; ) {
    const page: Answer = await ask(token, { ...more, cursor, limit });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    found.push(...page.items);
    cursor = page.next;
    if (cursor === null) return found;
    await between();
  }
}

const asSection = ({ wallet, currency, opening, closing, moneyIn, moneyOut, lines }: PlainSection) => {
  const text = (minor: bigint) => decimal(minor, exponents[currency] ?? 2);
  return { wallet, currency, opening: text(opening), closing: text(closing), money_in: text(moneyIn), money_out: text(moneyOut), lines: lines.length };
};
const asLines = (sections: PlainSection[]) => sections.flatMap(({ lines }) => lines.map(({ id, wallet, currency, on, amount, balance }) => {
  const exponent = exponents[currency] ?? 2;
  return { id, wallet, currency, value_on: on, amount: decimal(amount, exponent), balance: decimal(balance, exponent) };
}));

test("random movements, value dates, seals and snapshots: a statement of any days says what the rows say, whatever the size of its pages", async () => {
  const world = await newWorld();
  await fc.assert(fc.asyncProperty(steps(40), fc.nat(lastDay), fc.nat(lastDay), fc.integer({ min: 1, max: 12 }), async (list, one, other, limit) => {
    for (const step of list) await world.take(step);
    const [from, to] = [dayOf(Math.min(one, other)), dayOf(Math.max(one, other))];
    const plain = await world.plain(from, to);
    const answer = await ask(world.who.token, { from, to, limit: 1000 });
    expect(answer.sections).toMatchObject(plain.map(asSection));
    expect(answer.items).toMatchObject(asLines(plain));
    expect(await pages(world.who.token, { from, to }, limit)).toEqual(answer.items);
    // By kind adds up to the whole as well.
    for (const section of answer.sections as { kinds: { lines: number }[]; lines: number }[]) expect(section.kinds.reduce((sum, { lines }) => sum + lines, 0)).toBe(section.lines);
  }), { numRuns: 12, seed: 18 });
});

test("what is posted between two pages with an earlier value date changes nothing of the statement that is being read", async () => {
  const world = await newWorld();
  for (let n = 0; n < 9; n += 1) await world.take({ kind: "post", what: n % 2 === 0 ? 0 : 2, from: 0, to: n % 3, on: 10 + n, amount: 1000 });
  const days = { from: dayOf(5), to: dayOf(30) };
  const whole = (await ask(world.who.token, { ...days, limit: 1000 })).items;
  const read = await pages(world.who.token, days, 2, async () => {
    await world.take({ kind: "post", what: 0, from: 0, to: 0, on: 1, amount: 777 });
    await world.take({ kind: "post", what: 0, from: 0, to: 1, on: 12, amount: 333 });
    await untilEnded(desk.sql);
    await desk.sql("select ledger.seal(4096, clock_timestamp())");
    await desk.sql("select ledger.take_snapshots(clock_timestamp())");
  });
  const unsealed = (lines: Line[]) => lines.map((line) => ({ ...line, seal: null }));
  expect(unsealed(read)).toEqual(unsealed(whole));
  expect(read.at(-1)?.seal).toMatch(/^\d+$/);
  // Read anew, it says what has been added, to the last unit.
  expect((await ask(world.who.token, { ...days, limit: 1000 })).items).toMatchObject(asLines(await world.plain(days.from, days.to)));
});

test("a statement that does not add up is not answered", async () => {
  const world = await newWorld();
  const post = () => world.take({ kind: "post", what: 0, from: 0, to: 0, on: 10, amount: 1000 });
  const days = { from: dayOf(0), to: dayOf(lastDay) };
  await post();
  await untilClosed(desk.sql, post);
  await desk.sql("select ledger.take_snapshots(clock_timestamp())");
  await ask(world.who.token, days);
  // As nobody may: the snapshot alone is changed, so that the days before and after tell different stories.
  await desk.sql("alter table ledger.snapshots disable trigger user");
  await desk.sql("update ledger.snapshots s set balance = balance - 1 from ledger.accounts a where a.id = s.account_id and a.member_id = $1 and a.kind = 'DEPOSIT'", [world.member]);
  await expect(ask(world.who.token, days)).rejects.toMatchObject({ code: "XX000", message: expect.stringContaining("does not add up") as string });
  await desk.sql("update ledger.snapshots s set balance = balance + 1 from ledger.accounts a where a.id = s.account_id and a.member_id = $1 and a.kind = 'DEPOSIT'", [world.member]);
  await ask(world.who.token, days);
});

test("periods by their name, as of today; a financial year that begins in April", async () => {
  const world = await newWorld();
  const span = async (period: string | null) => {
    const { from, to } = await ask(world.who.token, { period });
    return `${from} ${to}`;
  };
  expect(await span(null)).toBe(`2027-03-01 ${today}`);
  expect(await span("month")).toBe(`2027-03-01 ${today}`);
  expect(await span("last_month")).toBe("2027-02-01 2027-02-28");
  expect(await span("year")).toBe(`2027-01-01 ${today}`);
  expect(await span("last_year")).toBe("2026-01-01 2026-12-31");
  await desk.set({ financial_year_month: "4" });
  expect(await span("year")).toBe(`2026-04-01 ${today}`);
  expect(await span("last_year")).toBe("2025-04-01 2026-03-31");
  await desk.set({ financial_year_month: "1" });
});

test("what is no period, no place in a statement and no wallet is refused or empty", async () => {
  const { who } = await newWorld();
  const asked = (more: Record<string, unknown>) => refused(ask(who.token, more));
  for (const [from, to] of [[null, today], [today, null], ["2027-03-05", "2027-03-04"], ["1999-12-31", today], [today, "2027-03-21"], ["2027-03-21", "2027-03-21"], ["-infinity", "infinity"]]) {
    expect(await asked({ from, to }), `${from} ${to}`).toBe("invalid_input");
  }
  expect(await asked({ period: "century" })).toBe("invalid_input");
  for (const cursor of ["", "1", "1.2.3.4", "1.2.3.4~", "1.2.3.4~1:2,", "a.b.c.d~1:2", "1.9999999.1.1~1:1"]) expect(await asked({ period: "month", cursor }), cursor).toBe("invalid_input");
  expect((await ask(who.token, { period: "month", wallet: "NONE" })).sections).toEqual([]);
});

test("nobody reads another's statement: neither by wallet nor by a place in it", async () => {
  const [ann, bo] = [await newWorld(), await newWorld()];
  for (let n = 0; n < 4; n += 1) await bo.take({ kind: "post", what: 0, from: 0, to: 0, on: 10 + n, amount: 55_55 });
  const days = { from: dayOf(0), to: dayOf(lastDay) };
  const { next } = await ask(bo.who.token, { ...days, limit: 1 });
  expect(next).not.toBeNull();
  expect(await ask(ann.who.token, { ...days, cursor: next })).toMatchObject({ sections: [], items: [], next: null });
});

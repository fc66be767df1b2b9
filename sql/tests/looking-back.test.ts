/** What a member sees of the past days, of what could leave today, and of everything that is kept (spec 5.5, 6.7). */
import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import { memberHome } from "../../app/db/ledger.server";
import { memberExit, memberHistory } from "../../app/db/ledger-statement.server";
import { memberMails, memberRecord } from "../../app/db/identity-record.server";
import { closeDatabase, useDatabase } from "../../app/db/db.server";
import { ownReads } from "../../app/db/own-export.server";
import { memberData } from "../../app/member-data/export.server";
import { openDesk, type Desk } from "./support/builders";
import { testDatabase, type TestDatabase } from "./support/database";

let database: TestDatabase;
let desk: Desk;
let ann: { token: string; email: string };
let bo: { token: string; email: string };
let method: string;

const cents = (text: string): bigint => BigInt(text.replace(".", ""));
const sum = (list: string[]): bigint => list.reduce((total, one) => total + cents(one), 0n);

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database, 4);
  await useDatabase({ url: database.url("coffer_web") });
  await desk.clock("2027-03-01T10:00:00Z");
  const [finance, operations] = [await desk.staff("finance"), await desk.staff("operations")];
  method = await desk.method();
  await desk.set({ destination_cooling_hours: "0", sign_on_bonus: "0" });
  const [short, long] = [await desk.plan(operations, finance, { duration: 5 }), await desk.plan(operations, finance, { duration: 40, daily_rate: "0.15" })];
  // Enough for some of the days: the rest waits.
  await desk.fund("returns", "USD", "6.00", method, operations, finance);
  ann = await desk.member("ann");
  bo = await desk.member("bo");
  await desk.deposit(ann, "4000.00", method, finance);
  await desk.deposit(bo, "777.77", method, finance);
  await desk.invest(ann, short, "1000.00");
  await desk.invest(ann, long, "1500.00");
  await desk.invest(bo, short, "77.00");
  for (let day = 2; day <= 8; day += 1) {
    await desk.clock(`2027-03-0${day}T10:00:00Z`);
    await desk.accrue(`2027-03-0${day}`);
  }
  await desk.withdraw(ann, "DEPOSIT", "123.45", await desk.destination(ann));
});
afterAll(async () => {
  await closeDatabase();
  await desk.close();
  await database.drop();
});

test("what can leave today, what is set aside and what is locked add up to the wallets, and what waits stands beside them", async () => {
  const { currencies, holds, destinations } = await memberExit(ann.token);
  const { wallets } = (await desk.ask("member_wallets", { token: ann.token })) as unknown as { wallets: { kind: string; balance: string; available: string; held: string }[] };
  expect(currencies.map(({ currency }) => currency)).toEqual(["USD"]);
  for (const one of currencies) {
    expect(sum([one.ready, one.payout, one.instalments, one.held, one.locked])).toBe(cents(one.total));
    expect(cents(one.total)).toBe(sum(wallets.map(({ balance }) => balance)));
    expect(cents(one.ready)).toBe(sum(wallets.filter(({ kind }) => kind === "DEPOSIT" || kind === "INTEREST").map(({ available }) => available)));
    expect(cents(one.held)).toBe(sum(holds.map(({ amount }) => amount)));
    expect(sum(one.contracts.map(({ amount }) => amount))).toBe(cents(one.locked));
    expect(sum(one.releases.map(({ amount }) => amount))).toBe(cents(one.locked));
    expect(one.releases.at(-1)?.by_then).toBe(((cents(one.ready) + cents(one.locked)) / 100n).toString() + "." + ((cents(one.ready) + cents(one.locked)) % 100n).toString().padStart(2, "0"));
    expect(one.contracts).toMatchObject([{ amount: "1500.00", end_on: "2027-04-10" }]);
    const [waits] = await desk.sql<{ items: number; amount: string }>("select count(*)::integer as items, sum(t.amount)::text as amount from treasury.items t join ledger.accounts a on a.id = t.credit_account_id join identity.members m on m.id = a.member_id where m.email = $1 and t.state = 'awaiting'", [ann.email]);
    expect(waits?.items).toBeGreaterThan(0);
    expect({ items: one.waiting.items, amount: cents(one.waiting.amount).toString() }).toEqual(waits);
  }
  expect(holds).toMatchObject([{ amount: "123.45", reason: "withdrawal" }]);
  expect(destinations).toEqual({ usable: 1, next_at: null });
  expect(await memberExit((await desk.member("new")).token)).toMatchObject({ holds: [], destinations: { usable: 0 } });
});

test("each day's balance is that of its end, and credits are those of the days", async () => {
  const { days, credits, from, to } = await memberHistory(ann.token, { currency: null, days: 12 });
  expect([from, to, days.length]).toEqual(["2027-02-25", "2027-03-08", 12]);
  const plain = await desk.sql<{ on: string; total: string; invested: string }>(
    `select d::date::text as "on", core.format_amount(coalesce(sum(-l.amount), 0), 'USD') as total, core.format_amount(coalesce(sum(-l.amount) filter (where a.kind = 'INVESTED'), 0), 'USD') as invested
       from generate_series('2027-02-25'::date, '2027-03-08', '1 day') d cross join ledger.accounts a join identity.members m on m.id = a.member_id
       left join ledger.lines l on l.account_id = a.id and l.value_on <= d where m.email = $1 group by d order by d`, [ann.email]);
  expect(days).toEqual(plain);
  const [posted] = await desk.sql<{ lines: number; amount: string }>("select count(*)::integer as lines, core.format_amount(sum(-l.amount), 'USD') as amount from ledger.lines l join ledger.accounts a on a.id = l.account_id join ledger.journals j on j.id = l.journal_id join identity.members m on m.id = a.member_id where m.email = $1 and j.kind = 'accrual'", [ann.email]);
  expect(credits).toEqual([{ kind: "accrual", ...posted }]);
  expect((await memberHistory(ann.token, { currency: "EUR", days: 9999 })).days).toHaveLength(366);
  expect((await memberHistory(ann.token, { currency: null, days: -5 })).days).toHaveLength(7);
});

test("everything kept about a member is in one file, with nothing of another's and no code", async () => {
  for (let n = 0; n < 3; n += 1) await desk.signIn(ann.email);
  const record = await memberRecord(ann.token);
  expect(record).toMatchObject({ profile: { email: ann.email }, consents: [{ to: "terms" }] });
  const { items, next } = await memberMails(ann.token, { limit: 2 });
  expect(items).toHaveLength(2);
  const rest = await memberMails(ann.token, { cursor: next, limit: 100 });
  const [{ count } = { count: 0 }] = await desk.sql<{ count: number }>("select count(*)::integer as count from outbox.mails where to_email = $1", [ann.email]);
  expect(items.length + rest.items.length).toBe(count);

  let text = "";
  for await (const part of memberData(ownReads(ann.token))) text += part;
  const file = JSON.parse(text) as Record<string, { account_number?: string; amount?: string }[]>;
  expect(Object.keys(file)).toEqual(["format", "company", "made_at", "profile", "consents", "sessions", "destinations", "files", "photo", "kyc", "nominees", "passkeys", "deposits", "withdrawals", "investments", "bookings", "commissions", "movements", "mails"]);
  expect(file.mails).toHaveLength(count);
  expect(file.movements?.length).toBe((await desk.sql("select from ledger.lines l join ledger.accounts a on a.id = l.account_id join identity.members m on m.id = a.member_id where m.email = $1", [ann.email])).length);
  const [{ number } = { number: "" }] = await desk.sql<{ number: string }>("select account_number as number from funding.destinations");
  expect(file.destinations?.[0]?.account_number).toBe(number);
  expect(text).not.toContain("sealed");
  expect(text).not.toContain(bo.email);
  expect(text).not.toContain("777.77");
  await expect(memberData(ownReads(randomUUID())).next()).rejects.toMatchObject({ code: "signed_out" });
});

test("the dashboard's figures are what the rows add up to: still to come, and earned in thirty days without what was only moved", async () => {
  // Earnings moved between own wallets are no earnings.
  await desk.ask("member_transfer", { token: ann.token, currency: "USD", amount: "1.00", key: randomUUID() });
  expect(cents((await memberHome(ann.token)).history.credited)).toBeGreaterThan(0n);
  for (const now of ["2027-03-09T10:00:00Z", "2027-04-01T10:00:00Z"]) {
    await desk.clock(now);
    for (const who of [ann, bo]) {
      const home = await memberHome(who.token);
      const [rows] = await desk.sql<{ projected: string; credits: string }>(
        `select (select coalesce(sum(i.total - coalesce((select sum(a.amount) from invest.accruals a where a.investment_id = i.id), 0)), 0)::text from invest.investments i where i.member_id = m.id and i.state = 'active') as projected,
                (select coalesce(-sum(l.amount), 0)::text from ledger.lines l join ledger.accounts a on a.id = l.account_id join ledger.journals j on j.id = l.journal_id
                  where a.member_id = m.id and a.kind in ('INTEREST', 'EARNINGS') and j.kind = 'accrual' and l.amount < 0 and l.value_on > $2::date - 30) as credits
           from identity.members m where m.email = $1`, [who.email, now]);
      expect([cents(home.projected), cents(home.history.credited)], `${who.email} ${now}`).toEqual([BigInt(rows?.projected ?? ""), BigInt(rows?.credits ?? "")]);
      expect(home.history.credited).toBe((await memberHistory(who.token, { currency: null, days: 30 })).credited);
      expect(sum(home.history.credits.map(({ amount }) => amount))).toBe(cents(home.history.credited));
      expect(home.history.days).toHaveLength(30);
      expect(home.history.days.at(-1)).toMatchObject({ on: now.slice(0, 10), total: String(sum(home.wallets.map(({ balance }) => balance))).replace(/(\d\d)$/, ".$1") });
    }
  }
});

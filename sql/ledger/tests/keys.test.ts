/** One effect per request key (spec 8 row 3), for ever, however often and however simultaneously it is used. */
import { randomUUID } from "node:crypto";

import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { Findings } from "../../../bench/fault/findings";
import { keyRounds } from "../../../bench/fault/keys";
import { randomFrom } from "../../../bench/hammer/random";
import { openDesk, refused, type Desk } from "../../tests/support/builders";
import { testDatabase, type TestDatabase } from "../../tests/support/database";
import { tally, together, words } from "../../tests/support/race";

/** The short form; `npm run fault -- --suite keys` uses 1,000 keys. */
const rounds = 20;

let database: TestDatabase;
let desk: Desk;
let ann: Awaited<ReturnType<Desk["member"]>>;

beforeAll(async () => {
  database = await testDatabase();
  // A hundred people at once, each on a connection of their own.
  desk = await openDesk(database, 100);
  ann = await desk.member("ann");
  await desk.sql("select ledger.post('adjustment', '2027-03-01', null, null, array[(ledger.operator_account('bank:operator', 'USD'), 100000000, null)::ledger.line, (ledger.wallet((select id from identity.members where email = $1), 'INTEREST', 'USD'), -100000000, null)::ledger.line])", [ann.email]);
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});

const transfer = (amount: string, key: string) => desk.ask("member_transfer", { token: ann.token, currency: "USD", amount, key });

test(`50 same and 50 conflicting uses of one key at once, ${rounds} keys: one effect each`, async () => {
  const findings = new Findings();
  expect(await keyRounds(desk, randomFrom(7), findings, rounds)).toBe(rounds);
  expect(findings.summary()).toMatchObject({ violations: [], total: rounds * 100, checked_operations: { member_transfer: rounds * 100 } });
  expect(await desk.sql("select * from ledger.verify()")).toEqual([]);
}, 180_000);

test("50 same and 50 conflicting uses of one key of the two-line fast path", async () => {
  const [row] = await desk.sql<{ debit: string; credit: string }>("select ledger.operator_account('bank:operator', 'EUR')::text as debit, ledger.operator_account('equity:operator', 'EUR')::text as credit");
  const pool = new pg.Pool({ connectionString: database.url("postgres"), max: 60 });
  for (let round = 0; round < 10; round += 1) {
    const key = randomUUID();
    const outcomes = await together(...Array.from({ length: 100 }, (_, n) => async () =>
      (await pool.query<{ id: string }>("select ledger.move(1, $1, 'adjustment', '2027-03-01', $2, $3, $4)::text as id", [key, row?.debit, row?.credit, n % 2 ? "5" : "7"])).rows[0]?.id));
    expect(tally(words(outcomes))).toEqual({ accepted: 50, key_reuse: 50 });
    expect(new Set(outcomes.map(({ answer }) => answer).filter((id) => id !== null)).size).toBe(1);
  }
  await pool.end();
  expect((await desk.sql<{ n: string }>("select count(*)::text as n from ledger.journals where kind = 'adjustment' and value_on = '2027-03-01' and id in (select journal_id from ledger.lines where account_id = $1)", [row?.debit]))[0]?.n).toBe("10");
});

test("a refusal gives the key back: the same key works once there is enough", async () => {
  const key = randomUUID();
  expect(await refused(transfer("9000000.00", key))).toBe("insufficient_available");
  expect(await desk.sql("select from ledger.request_keys where key = $1", [key])).toHaveLength(0);
  expect((await transfer("3.00", key)).movement.amount).toBe("3.00");
});

test("a key names one command of one person: another operation or person is another key", async () => {
  const key = randomUUID();
  const bo = await desk.member("bo");
  await transfer("1.00", key);
  expect(await refused(desk.ask("member_transfer", { token: bo.token, currency: "USD", amount: "1.00", key }))).toBe("insufficient_available");
  expect(await refused(desk.ask("member_deposit_cancel", { token: ann.token, deposit: randomUUID(), key }))).toBe("not_found");
  expect((await desk.sql<{ n: string }>("select count(*)::text as n from ledger.request_keys where key = $1", [key]))[0]?.n).toBe("1");
});

test("amounts that are written differently and mean the same are the same body", async () => {
  const key = randomUUID();
  const first = await transfer("4.00", key);
  expect((await transfer("4", key)).movement).toEqual(first.movement);
  expect(await refused(transfer("4.01", key))).toBe("key_reuse");
});

test("asked again after midnight with the same key, a transfer answers what it did yesterday", async () => {
  const key = randomUUID();
  const first = await transfer("2.00", key);
  await desk.sql("update core.clock set sandbox = true, shift = shift + interval '1 day'");
  try {
    expect(await transfer("2.00", key)).toEqual(first);
  } finally {
    await desk.sql("update core.clock set shift = shift - interval '1 day'");
  }
});

test("every command that moves money or decides asks for a key", async () => {
  expect(await refused(desk.ask("member_transfer", { token: ann.token, currency: "USD", amount: "1.00", key: null }))).toBe("invalid_input");
  const keyless = await desk.sql<{ name: string }>("select p.proname as name from pg_proc p where p.pronamespace = 'desk'::regnamespace and p.proname ~ '^(member|staff)_' and p.prosrc ~ '(funding\\.(submit|request|send|close)|invest\\.open|approval\\.(open|decide|cancel)|ledger\\.post)\\w*\\(' and not 'p_key' = any (p.proargnames)");
  expect(keyless).toEqual([]);
});

test("a key is answered for ever: also after its owner's money is gone", async () => {
  const bo = await desk.member("bo-again");
  await desk.sql("select ledger.post('adjustment', '2027-03-01', null, null, array[(ledger.operator_account('bank:operator', 'USD'), 500, null)::ledger.line, (ledger.wallet((select id from identity.members where email = $1), 'INTEREST', 'USD'), -500, null)::ledger.line])", [bo.email]);
  const key = randomUUID();
  const all = () => desk.ask("member_transfer", { token: bo.token, currency: "USD", amount: "5.00", key });
  const first = await all();
  expect(await all()).toEqual(first);
  expect(await refused(desk.ask("member_transfer", { token: bo.token, currency: "USD", amount: "5.00", key: randomUUID() }))).toBe("insufficient_available");
});

test("a command with a code, sent again while the first is still under way, has the first one's answer though the code is used by then", async () => {
  await desk.set({ destination_cooling_hours: "0" });
  const to = await desk.destination(ann);
  const number = "TWICE00001";
  const destination = { token: ann.token, type: "BANK", label: "Twice", address: null, account_name: "Me", account_number: number, ifsc: null, key: randomUUID(), ...(await desk.code(ann.token, "destination", `destination|BANK|${number}|`)) };
  const withdrawal = { token: ann.token, wallet: "INTEREST", currency: "USD", amount: "12.00", destination: to, key: randomUUID(), ...(await desk.code(ann.token, "withdrawal", `withdrawal|INTEREST|USD|12.00|${to}`)) };
  for (const [name, args] of [["member_destination_add", destination], ["member_withdraw", withdrawal]] as const) {
    const first = await desk.web.connect();
    await first.query("begin");
    const names = Object.keys(args);
    const { rows } = await first.query<{ answer: unknown }>(`select desk.${name}(${names.map((key, n) => `p_${key} => $${n + 1}`).join(", ")}) as answer`, Object.values(args));
    const again = desk.ask(name, args);
    await vi.waitFor(async () => expect(await desk.sql("select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")).toHaveLength(1), 10_000);
    await first.query("commit");
    first.release();
    expect(await again).toEqual(rows[0]?.answer);
  }
  expect(await desk.sql("select from funding.withdrawals where member_id = (select id from identity.members where email = $1)", [ann.email])).toHaveLength(1);
});

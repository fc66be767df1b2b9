/**
 * A superuser who switches every trigger off and edits sealed history is found (spec 8 row 8): fifty random edits of every class, each in
 * a ledger with a root taken before, and each by the verifier that trusts the rows alone.
 */
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";

import { randomFrom } from "../../bench/hammer/random";
import { verifyLedger } from "../../tools/verify/verify";
import { testDatabase, type TestDatabase } from "./support/database";

let database: TestDatabase;
let db: pg.Client;
let trusted: Map<bigint, string>;

const tables = ["journals", "lines", "account_balances", "unfolded", "seals", "seal_secrets"];
const random = randomFrom(7);
const below = (n: number): number => random.int(n);

beforeAll(async () => {
  database = await testDatabase();
  db = new pg.Client({ connectionString: database.url("postgres") });
  await db.connect();
  await db.query("select ledger.operator_account(k, c) from unnest(array['bank:operator', 'equity:operator', 'income:fees', 'income:memberships']) k, unnest(array['USD', 'EUR']) c");
  for (let n = 0; n < 60; n += 1) {
    const currency = n % 3 === 0 ? "EUR" : "USD";
    const legs = n % 5 === 0 ? [900, -500, -400] : [n + 1, -n - 1];
    await db.query(`select ledger.post('adjustment', date '2027-03-01' + $3::integer, $4, uuidv7(), array(select (ledger.operator_account((array['bank:operator', 'equity:operator', 'income:fees'])[u.n], $1), u.m, $4)::ledger.line from unnest($2::bigint[]) with ordinality u (m, n) order by n))`, [currency, legs, n % 20, n]);
    if (n % 12 === 11) await sealed();
  }
  await sealed();
  for (const table of tables) await db.query(`create table public.${table} as table ledger.${table}; alter table ledger.${table} disable trigger all`);
  const { rows } = await db.query<{ id: string; root: string }>("select id, encode(root, 'hex') as root from ledger.seals order by id desc limit 1");
  trusted = new Map(rows.map(({ id, root }) => [BigInt(id), root]));
});
afterAll(async () => {
  await db.end();
  await database.drop();
});

/** Transactions of other databases on the server hold the horizon back for a moment. */
async function sealed(): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    await db.query("select ledger.seal(9, clock_timestamp())");
    if ((await db.query("select from ledger.journals j where not exists (select from ledger.seals s where j.id <@ s.journal_ids)")).rowCount === 0) return;
    await new Promise((resolve) => { setTimeout(resolve, 25); });
  }
  throw new Error("not everything was sealed");
}

const one = async (text: string): Promise<string> => Object.values((await db.query<Record<string, string>>(text)).rows[0] ?? {})[0] ?? "";
const journal = () => one(`select id::text from ledger.journals order by id offset ${below(60)} limit 1`);
/** Edits a line and lets the balances follow, as somebody who knows the books would. */
const followed = "update ledger.account_balances b set balance = (select coalesce(sum(l.amount), 0) * b.side from ledger.lines l where l.account_id = b.account_id); truncate ledger.unfolded";

const classes: Record<string, () => Promise<string>> = {
  "changed amounts": async () => `update ledger.lines set amount = amount + case line_no when 1 then 5 when 2 then -5 else 0 end where journal_id = ${await journal()}; ${followed}`,
  "changed account": async () => `update ledger.lines l set account_id = (select id from ledger.accounts a where a.kind = 'income:memberships' and a.currency = (select currency from ledger.accounts where id = l.account_id)) where journal_id = ${await journal()} and line_no = ${1 + below(2)}; ${followed}`,
  "changed value date": async () => { const id = await journal(); return `update ledger.journals set value_on = value_on + 1 where id = ${id}; update ledger.lines set value_on = value_on + 1 where journal_id = ${id}`; },
  "changed posting time": async () => `update ledger.journals set posted_at = posted_at + interval '1 microsecond' where id = ${await journal()}`,
  "changed kind": async () => `update ledger.journals set kind = 'opening' where id = ${await journal()}`,
  "changed actor": async () => `update ledger.journals set actor_id = coalesce(actor_id, 0) + 1 where id = ${await journal()}`,
  "changed cause": async () => `update ledger.journals set cause = uuidv7() where id = ${await journal()}`,
  "changed source": async () => `update ledger.lines set source_id = coalesce(source_id, 0) + 1 where journal_id = ${await journal()} and line_no = 1`,
  "changed order of lines": async () => { const id = await journal(); return `update ledger.lines set line_no = 10 - line_no where journal_id = ${id}`; },
  "changed order of journals": async () => { const at = below(59); const [a, b] = [await one(`select id::text from ledger.journals order by id offset ${at} limit 1`), await one(`select id::text from ledger.journals order by id offset ${at + 1} limit 1`)];
    return `update ledger.journals set id = case id when ${a} then -1 else -2 end where id in (${a}, ${b}); update ledger.journals set id = case id when -1 then ${b} else ${a} end where id < 0; update ledger.lines set journal_id = case journal_id when ${a} then -2 else -1 end where journal_id in (${a}, ${b}); update ledger.lines set journal_id = case journal_id when -1 then ${a} else ${b} end where journal_id < 0`; },
  "added journal": async () => { const id = await one("select (max(id) + 1)::text from ledger.journals"); const like = await journal();
    return `insert into ledger.journals (id, posted_at, xid, actor_id, kind, value_on, line_count, cause) select ${id}, posted_at, xid, actor_id, kind, value_on, line_count, cause from ledger.journals where id = ${like}; insert into ledger.lines select ${id}, account_id, amount, source_id, line_no, value_on from ledger.lines where journal_id = ${like}; update ledger.seals set journal_ids = journal_ids + int8multirange(int8range(${id}, ${id}, '[]')), highest = ${id}, closed_to = ${id} where id = (select max(id) from ledger.seals); ${followed}`; },
  "removed journal": async () => { const id = await journal(); return `delete from ledger.lines where journal_id = ${id}; delete from ledger.journals where id = ${id}; ${followed}`; },
  "half a journal with a number far away": async () => { const like = await journal(); const id = "9000000000000000000";
    return `insert into ledger.journals (id, posted_at, xid, actor_id, kind, value_on, line_count, cause) select ${id}, posted_at, xid, actor_id, kind, value_on, line_count, cause from ledger.journals where id = ${like}; insert into ledger.lines select ${id}, account_id, amount, source_id, line_no, value_on from ledger.lines where journal_id = ${like} and line_no = 1; ${followed}`; },
  "lines of no journal": async () => { const [id, like] = [String([-3, 0, 100, 9_000_000_000][below(4)]), await journal()];
    return `insert into ledger.lines select case ${id} when 100 then (select max(id) + 100 from ledger.journals) else ${id} end, account_id, amount, source_id, line_no, value_on from ledger.lines where journal_id = ${like}; ${followed}`; },
  "two first lines": async () => `update ledger.lines set line_no = 1 where journal_id = ${await journal()}`,
  "removed seal": async () => `delete from ledger.seal_secrets where seal_id = (select max(id) from ledger.seals); delete from ledger.seals where id = (select max(id) from ledger.seals)`,
  "changed seal": async () => `update ledger.seals set sealed_at = sealed_at - interval '1 day' where id = ${1 + below(5)}`,
  "rebuilt chain": async () => { const id = await journal();
    return `update ledger.journals set actor_id = coalesce(actor_id, 0) + 1 where id = ${id};
      do $$ declare s ledger.seals; p bytea := '\\x0000000000000000000000000000000000000000000000000000000000000000'; begin
        for s in select * from ledger.seals order by id loop
          s.merkle_root := ledger.merkle_root(array(select l.leaf from ledger.journal_leaves(s.journal_ids, (select secret from ledger.seal_secrets where seal_id = s.id)) l order by l.id));
          s.root := ledger.seal_root(s.id, p, s.journals, s.lines, s.sealed_at, s.merkle_root);
          update ledger.seals set merkle_root = s.merkle_root, previous_root = p, root = s.root where id = s.id;
          p := s.root;
        end loop; end $$`; },
};

async function restored(): Promise<void> {
  await db.query(tables.map((table) => `delete from ledger.${table}; insert into ledger.${table} select * from public.${table}`).join("; "));
}

test("untouched books are true, whole and after any seal", async () => {
  await restored();
  for (const after of [undefined, 0n, 2n, [...trusted.keys()][0]]) {
    for (const step of [undefined, 1n, 7n]) expect(await verifyLedger(database.url("postgres"), { trusted, after, step })).toMatchObject({ ok: true, findings: [] });
  }
  expect(await verifyLedger(database.url("postgres"), { step: 7n })).toMatchObject({ journals: 60n, lines: 132n });
});

test("the first difference is that of the lowest journal, however the rows lie and however many are read at a time", async () => {
  await restored();
  const { rows } = await db.query<{ id: string }>("select id::text from ledger.journals order by id");
  const [low, high] = [rows[11]?.id, rows[40]?.id];
  // Whoever is changed last lies last: the higher journal's line comes before the lower one's.
  for (const id of [high, low]) await db.query("update ledger.lines set amount = amount + 5 where journal_id = $1 and line_no = 1", [id]);
  const seen = await Promise.all([undefined, 1n, 7n, 30n].map(async (step) => (await verifyLedger(database.url("postgres"), { step })).findings));
  for (const findings of seen) {
    expect(findings[0]).toEqual({ rule: "a journal balances per currency", object: `journal ${low}`, expected: "0", found: "5" });
    expect(findings.filter(({ rule }) => rule === "a journal balances per currency").map(({ object }) => object)).toEqual([`journal ${low}`, `journal ${high}`]);
    expect(new Set(findings.map((one) => JSON.stringify(one)))).toEqual(new Set(seen[0]?.map((one) => JSON.stringify(one))));
  }
});

test("a server that ends the connection in the middle is an error, not a verdict", async () => {
  await restored();
  const running = verifyLedger(database.url("postgres"), { step: 1n });
  const refused = expect(running).rejects.toThrow();
  const ended = async () => (await db.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and query like 'copy (%'")).rowCount;
  while (!await ended()) await new Promise((resolve) => { setTimeout(resolve, 1); });
  await refused;
});

const names = Object.keys(classes);
test.each(Array.from({ length: 50 }, (_, n) => ({ n, name: names[n % names.length] ?? "" })))("edit $n: $name", async ({ name }) => {
  await restored();
  const statement = await (classes[name] as () => Promise<string>)();
  await db.query(statement);
  const { ok, findings } = await verifyLedger(database.url("postgres"), { trusted });
  expect({ statement, ok }).toEqual({ statement, ok: false });
  expect(findings.length).toBeGreaterThan(0);
  // Whoever rebuilds the whole chain can only be caught by a root that somebody kept.
  if (name === "rebuilt chain") {
    expect(findings.map(({ rule }) => rule)).toEqual(["a root taken earlier is still the root"]);
    expect((await verifyLedger(database.url("postgres"))).ok).toBe(true);
  }
});

/** What an import writes is found by its number, however much there is already and whatever the session knew of it: reading whole tables once for each row or journal is what makes large imports endless. */
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "./support/database";

const members = 2_001;
let database: TestDatabase;
let own: pg.Client;

beforeEach(async () => {
  database = await testDatabase();
  own = new pg.Client({ connectionString: database.url("postgres") });
  await own.connect();
  await own.query(
    `insert into identity.members (email, first_name, last_name, mobile, referral_code, terms_version, terms_accepted_at, joined_at)
     select 't' || i || '@old.example', 'T', 'M', '+1555' || lpad(i::text, 8, '0'), translate(lpad(i::text, 8, 'A'), '01', 'YZ'), '1', now(), now() from generate_series(1, $1::integer) i`, [members]);
});
afterEach(async () => {
  await own.end();
  await database.drop();
});

/** How many rows of a table and entries of its indexes are read while something is done. */
async function rowsRead(table: string, work: () => Promise<unknown>): Promise<number> {
  const so = async () => Number.parseInt((await own.query<{ rows: string }>("select sum(pg_stat_get_xact_tuples_returned(o))::text as rows from (select $1::regclass union all select indexrelid from pg_index where indrelid = $1::regclass) x (o)", [table])).rows[0]?.rows ?? "", 10);
  await own.query("begin");
  const before = await so();
  await work();
  const rows = await so() - before;
  await own.query("commit");
  return rows;
}

test("a large tree, in a session that made its plans while there was none", async () => {
  await own.query("vacuum analyze network.nodes");
  const carry = (from: number, to: number) => own.query(
    `with m as (select id, row_number() over (order by id) - 1 as n from identity.members)
     select network.carry(jsonb_agg(jsonb_build_object('member', m.id, 'parent', p.id, 'side', case when m.n % 2 = 1 then 'L' else 'R' end, 'sponsor', null, 'counts', false, 'pairs', '0') order by m.n), now())
       from m left join m p on p.n = m.n / 2 and m.n > 1 where m.n between $1 and $2`, [from, to]);
  // The company and one place: whatever is planned once is planned now.
  await carry(0, 0);
  // Each place reading those before it would be two millions.
  expect(await rowsRead("network.nodes", () => carry(1, members - 1))).toBeLessThan(members * 20);
  expect((await own.query("select count(*)::integer as n, max(depth) as depth from network.nodes")).rows).toEqual([{ n: members + 1, depth: 11 }]);
});

test("opening balances, called by what joins files whole", async () => {
  await own.query("select ledger.open_wallets(array_agg(id), array_agg('DEPOSIT'::text), 'USD') from identity.members");
  await own.query("analyze ledger.account_balances; set enable_nestloop = off");
  const post = () => own.query(
    `select desk.post_openings(ledger.operator_account('bank:client:test', 'USD'), 'USD', (select array_agg((a.id, -500, null)::ledger.line) from (select id from ledger.accounts where kind = 'DEPOSIT' order by id desc limit 3) a), 0, '2027-03-01', null, gen_random_uuid())`);
  expect(await rowsRead("ledger.account_balances", post)).toBeLessThan(100);
  expect((await own.query("select count(*)::integer as journals, sum(line_count)::integer as lines from ledger.journals")).rows).toEqual([{ journals: 1, lines: 4 }]);
});

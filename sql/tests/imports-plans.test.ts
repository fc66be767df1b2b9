/** What an import writes is found by its number, however much there is already and whatever the session knew of it: reading whole tables once for each row or journal is what makes large imports endless. */
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "./support/database";
import { manyMembers, rowsRead } from "./support/reads";

const members = 2_001;
let database: TestDatabase;
let own: pg.Client;

beforeEach(async () => {
  database = await testDatabase();
  own = new pg.Client({ connectionString: database.url("postgres") });
  await own.connect();
  await manyMembers(own, members);
});
afterEach(async () => {
  await own.end();
  await database.drop();
});

test("a large tree, in a session that made its plans while there was none", async () => {
  await own.query("vacuum analyze network.nodes");
  const carry = (from: number, to: number) => own.query(
    `with m as (select id, row_number() over (order by id) - 1 as n from identity.members)
     select network.carry(jsonb_agg(jsonb_build_object('member', m.id, 'parent', p.id, 'side', case when m.n % 2 = 1 then 'L' else 'R' end, 'sponsor', null, 'counts', false, 'pairs', '0') order by m.n), now())
       from m left join m p on p.n = m.n / 2 and m.n > 1 where m.n between $1 and $2`, [from, to]);
  // The company and one place: whatever is planned once is planned now.
  await carry(0, 0);
  // Each place reading those before it would be two millions.
  expect((await rowsRead(own, () => carry(1, members - 1))).get("network.nodes")).toBeLessThan(members * 20);
  expect((await own.query("select count(*)::integer as n, max(depth) as depth from network.nodes")).rows).toEqual([{ n: members + 1, depth: 11 }]);
});

test("opening balances, called by what joins files whole", async () => {
  await own.query("select ledger.open_wallets(array_agg(id), array_agg('DEPOSIT'::text), 'USD') from identity.members");
  await own.query("analyze ledger.account_balances; set enable_nestloop = off");
  const post = () => own.query(
    `select desk.post_openings(ledger.operator_account('bank:client:test', 'USD'), 'USD', (select array_agg((a.id, -500, null)::ledger.line) from (select id from ledger.accounts where kind = 'DEPOSIT' order by id desc limit 3) a), 0, '2027-03-01', null, gen_random_uuid())`);
  expect((await rowsRead(own, post)).get("ledger.account_balances")).toBeLessThan(100);
  expect((await own.query("select count(*)::integer as journals, sum(line_count)::integer as lines from ledger.journals")).rows).toEqual([{ journals: 1, lines: 4 }]);
});

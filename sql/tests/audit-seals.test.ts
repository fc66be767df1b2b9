/**
 * The audit log is sealed like the journals (spec 7.3): every finished entry in exactly one seal, whoever writes at the same time; and a
 * superuser who switches the triggers off and edits the log is found, by the nightly look and by the verifier that trusts the rows alone.
 */
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";

import { verifyLedger } from "../../tools/verify/verify";
import { testDatabase, type TestDatabase } from "./support/database";

let database: TestDatabase;
let db: pg.Client;
let trustedAudit: Map<bigint, string>;

const tables = ["log", "seals", "seal_secrets"];

beforeAll(async () => {
  database = await testDatabase();
  db = new pg.Client({ connectionString: database.url("postgres") });
  await db.connect();
});
afterAll(async () => {
  await db.end();
  await database.drop();
});

const write = (client: pg.Client, n: number) =>
  client.query(`select audit.write(timestamptz '2027-03-05T10:00:00Z' + interval '${n} seconds', row(gen_random_uuid(), ${n}, 'staff', 'finance', 2::smallint, null)::identity.caller, 'try_${n}', 'thing', '${n}',
    ${n % 3 === 0 ? `'because ${n}'` : "null"}, ${n % 2 === 0 ? `'{"n": ${n}}'::jsonb` : "null"})`);

/** Transactions of other databases on the server hold the horizon back for a moment. */
async function sealed(limit = 4): Promise<void> {
  for (let tries = 0; tries < 800; tries += 1) {
    const { rows } = await db.query<{ seal: string }>("select audit.seal($1, clock_timestamp())", [limit]);
    if (rows[0]?.seal === "0" && (await db.query("select from audit.log e where not exists (select from audit.seals s where e.id <@ s.entry_ids)")).rowCount === 0) return;
    if (rows[0]?.seal === "0") await new Promise((resolve) => { setTimeout(resolve, 25); });
  }
  throw new Error("not everything was sealed");
}

test("every finished entry is in one seal, and an entry that was still being written is in a later one", async () => {
  const writer = new pg.Client({ connectionString: database.url("postgres") });
  await writer.connect();
  try {
    await write(db, 1);
    await writer.query("begin");
    await write(writer, 2);
    await write(db, 3);
    await db.query("select audit.seal(100, clock_timestamp())");
    // The open one holds back itself and whatever began later; what is sealed meanwhile never changes.
    expect((await db.query("select from audit.log e join audit.seals s on e.id <@ s.entry_ids where e.action = 'try_2'")).rowCount).toBe(0);
    await writer.query("commit");
    await sealed();
  } finally {
    await writer.end();
  }
  expect((await db.query("select e.action, count(s.id)::text as seals from audit.log e left join audit.seals s on e.id <@ s.entry_ids group by e.id, e.action order by e.id")).rows).toEqual([1, 2, 3].map((n) => ({ action: `try_${n}`, seals: "1" })));
});

test("six who write and two who seal at once leave nothing out and nothing twice", async () => {
  const people = await Promise.all(Array.from({ length: 8 }, async () => {
    const client = new pg.Client({ connectionString: database.url("postgres") });
    await client.connect();
    return client;
  }));
  await Promise.all(people.map(async (client, n) => {
    for (let round = 0; round < 20; round += 1) await (n < 6 ? write(client, n * 100 + round) : client.query("select audit.seal(5, clock_timestamp())"));
  }));
  await Promise.all(people.map((client) => client.end()));
  await sealed();
  expect((await db.query("select count(*)::text as entries, count(distinct e.id)::text as once, (select sum(s.entries)::text from audit.seals s) as sealed from audit.log e join audit.seals s on e.id <@ s.entry_ids")).rows).toEqual([{ entries: "123", once: "123", sealed: "123" }]);
  expect((await db.query("select * from audit.verify()")).rows).toEqual([]);
});

test("the verifier that trusts the rows alone agrees, with a root taken before", async () => {
  const { rows } = await db.query<{ id: string; root: string }>("select id::text, encode(root, 'hex') as root from audit.seals order by audit.seals.id desc limit 1");
  trustedAudit = new Map(rows.map(({ id, root }) => [BigInt(id), root]));
  expect(await verifyLedger(database.url("postgres"), { trustedAudit })).toMatchObject({ ok: true, findings: [], audit: { entries: 123n } });
  for (const table of tables) await db.query(`create table public.${table} as table audit.${table}; alter table audit.${table} disable trigger all`);
  await db.query("alter table audit.log alter column id drop identity");
});

const entry = "(select id from audit.log order by id offset 40 limit 1)";
const edits: Record<string, string> = {
  "another actor": `update audit.log set actor_id = actor_id + 1 where id = ${entry}`,
  "on behalf of somebody": `update audit.log set on_behalf_of = 7 where id = ${entry}`,
  "another time": `update audit.log set at = at + interval '1 microsecond' where id = ${entry}`,
  "another session": `update audit.log set session_id = gen_random_uuid() where id = ${entry}`,
  "another action": `update audit.log set action = action || 'x' where id = ${entry}`,
  "letters moved between the texts": `update audit.log set action = action || E'\\nthing', object_kind = '1', object_id = '' where id = ${entry}`,
  "another object": `update audit.log set object_id = object_id || '0' where id = ${entry}`,
  "another fact before": `update audit.log set before_hash = sha256('x') where id = ${entry}`,
  "a fact after": `update audit.log set after_hash = sha256('x') where id = ${entry}`,
  "another reason": "update audit.log set reason = reason || '.' where id = (select min(id) from audit.log where reason is not null)",
  "no reason": "update audit.log set reason = null where id = (select min(id) from audit.log where reason is not null)",
  "an entry gone": `delete from audit.log where id = ${entry}`,
  "two that changed places": `update audit.log set id = case id when ${entry} then -1 else -2 end where id in (${entry}, ${entry} + 1)`,
  "a last seal gone": "delete from audit.seal_secrets where seal_id = (select max(id) from audit.seals); delete from audit.seals where id = (select max(id) from audit.seals)",
  "a seal's time": "update audit.seals set sealed_at = sealed_at - interval '1 day' where id = 2",
  "a rebuilt chain": `update audit.log set actor_id = actor_id + 1 where id = ${entry};
    do $$ declare s audit.seals; p bytea := decode(repeat('00', 32), 'hex'); begin
      for s in select * from audit.seals order by id loop
        s.entries_hash := (select h.hash from audit.entries_hash(s.entry_ids, (select secret from audit.seal_secrets where seal_id = s.id)) h);
        s.root := audit.seal_root(s.id, p, s.entries, s.sealed_at, s.entries_hash);
        update audit.seals set entries_hash = s.entries_hash, previous_root = p, root = s.root where id = s.id;
        p := s.root;
      end loop; end $$`,
};

test.each(Object.keys(edits))("found: %s", async (name) => {
  await db.query("begin");
  try {
    await db.query(edits[name] as string);
    const faults = (await db.query<{ law: string }>("select distinct law from audit.verify()")).rows.map(({ law }) => law);
    // Whoever takes away the end or rebuilds the whole chain is only caught by a root that somebody kept.
    if (name !== "a rebuilt chain" && name !== "a last seal gone") expect(faults).not.toEqual([]);
    await db.query("commit");
    const { ok, findings } = await verifyLedger(database.url("postgres"), { trustedAudit });
    expect({ name, ok }).toEqual({ name, ok: false });
    if (name === "a rebuilt chain") {
      expect(findings.map(({ rule }) => rule)).toEqual(["a root of the log taken earlier is still the root"]);
      expect((await verifyLedger(database.url("postgres"))).ok).toBe(true);
    }
  } finally {
    await db.query("rollback");
    await restored();
  }
});

async function restored(): Promise<void> {
  await db.query([...tables].reverse().map((table) => `delete from audit.${table}`).join("; "));
  for (const table of tables) await db.query(`insert into audit.${table} select * from public.${table}`);
}

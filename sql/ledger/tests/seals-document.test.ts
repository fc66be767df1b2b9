/** What docs/seals.md shows byte by byte is what the database makes of the same values: two seals, one of each kind of journal. */
import { readFileSync } from "node:fs";

import pg from "pg";
import { expect, test } from "vitest";

import { verifyProof } from "../../../public/verify-proof.mjs";
import { testDatabase } from "../../tests/support/database";

const document = readFileSync("docs/seals.md", "utf8");

/** The values of the document's example. The first seal follows one whose root was SHA-256 of nothing. */
const example = `
  with j as (
    select v.id, jsonb_populate_record(null::ledger.journals, jsonb_build_object('id', v.id, 'posted_at', v.at, 'actor_id', 7, 'value_on', '2027-03-01', 'line_count', v.line_count, 'kind', v.kind, 'cause', v.cause)) as form
      from (values (41, '2027-03-01T12:00:00.000001Z', 2, 'own_transfer', '01990000-0000-7000-8000-00000000c0de'), (42, '2027-03-01T12:00:30.5Z', 3, 'referral', null)) v (id, at, line_count, kind, cause)),
  l as (
    select v.id, v.n, ledger.line_salt(decode('000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f', 'hex'), v.id, v.n) as salt,
           ledger.line_form(jsonb_populate_record(null::ledger.lines, jsonb_build_object('journal_id', v.id, 'line_no', v.n, 'account_id', v.account, 'amount', v.amount, 'source_id', v.source))) as form
      from (values (41, 1, 5, 12345, null), (41, 2, 6, -12345, null), (42, 1, 9, 500, 3), (42, 2, 5, -300, 3), (42, 3, 6, -200, 4)) v (id, n, account, amount, source)),
  jf as (select j.id, ledger.journal_form(j.form) as form from j),
  h as (select l.id, l.n, sha256('\\x02'::bytea || l.salt || l.form) as hash from l where l.id = 42),
  leaf as (
    select 41 as id, sha256('\\x00'::bytea || jf.form || (select string_agg(l.form, '' order by l.n) from l where l.id = 41)) as hash from jf where jf.id = 41
    union all
    select 42, sha256('\\x03'::bytea || jf.form || (select ledger.merkle_root(array_agg(h.hash order by h.n)) from h)) from jf where jf.id = 42),
  nine as (select ledger.seal_root(9, sha256(''), 1, 2, '2027-03-01T12:01:00Z', leaf.hash) as root from leaf where id = 41),
  ten as (select ledger.seal_root(10, nine.root, 1, 3, '2027-03-01T12:02:00Z', leaf.hash) as root from nine, leaf where id = 42)
  select 'journal ' || id as name, encode(form, 'hex') as hex from jf
  union all select format('line %s-%s', id, n), encode(form, 'hex') from l where id = 41 or n = 2
  union all select format('salt %s-%s', id, n), encode(salt, 'hex') from l where id = 42 and n = 2
  union all select format('hash %s-%s', id, n), encode(hash, 'hex') from h
  union all select 'leaf ' || id, encode(hash, 'hex') from leaf
  union all select 'root of seal 9', encode(root, 'hex') from nine
  union all select 'root of seal 10', encode(root, 'hex') from ten`;

test("the golden bytes of the document are the database's", async () => {
  const database = await testDatabase();
  const db = new pg.Client({ connectionString: database.url("postgres") });
  await db.connect();
  const { rows } = await db.query<{ name: string; hex: string }>(example);
  await db.end();
  await database.drop();
  const shown = Object.fromEntries([...document.matchAll(/^\| ([a-z]+(?: of seal)? [0-9-]+) \| `([0-9a-f]+)` \|$/gm)].map(([, name, hex]) => [name, hex]));
  expect(shown).toEqual(Object.fromEntries(rows.map(({ name, hex }) => [name, hex])));
});

test("the proofs that the document shows hold against the roots that it shows", async () => {
  const proofs = [...document.matchAll(/```json\n([\s\S]*?)```/g)].map((match) => match[1] ?? "");
  const roots = [...document.matchAll(/^\| root of seal \d+ \| `([0-9a-f]{64})` \|$/gm)].map((match) => match[1] ?? "");
  expect(proofs).toHaveLength(2);
  for (const [n, proof] of proofs.entries()) {
    expect((await verifyProof(proof, roots[n])).ok).toBe(true);
    expect((await verifyProof(proof, roots[1 - n])).ok).toBe(false);
  }
});

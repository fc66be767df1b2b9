/**
 * A two-line journal with all guards against pgbench's built-in tpcb and against one bare function call (one insert, two updates,
 * no guard), which costs the client the same as ours; then the same journal through the counter, from one shared account, and a
 * hundred in one call.
 */
import type { Bench } from "./families.ts";
import { alternate, prepareTpcb, type Script } from "./pgbench.ts";
import { compare, median, type Figure } from "./report.ts";
import { makeWorld, signIn, verify, type World } from "./world.ts";

export const journalMetrics = ["journal_random", "journal_as_web", "journal_shared_account", "journal_batch100"] as const;

const today = () => new Date().toISOString().slice(0, 10);

/** One journal between two different wallets drawn at random. */
export function randomJournal(world: World): Script {
  const { first, last } = world.wallets.DEPOSIT ?? { first: "", last: "" };
  return {
    text: `\\set a random(${first}, ${last})\n\\set b random(${first}, ${last})\n\\set b case when :a = :b then case when :a = ${last} then ${first} else :a + 1 end else :b end\n\\set m random(1, 1000)
select ledger.move(1, gen_random_uuid(), 'own_transfer', '${today()}', :a, :b, :m);\n`,
  };
}

/** The same columns a journal fills at the least: what was moved, and two balances. No key, no lock order, no check, no law. */
async function prepareBare(world: World): Promise<void> {
  await world.sql.query(`
    create schema bench;
    create table bench.accounts (id bigint primary key, balance bigint not null) with (fillfactor = 60);
    create table bench.log (id bigint generated always as identity primary key, a bigint not null, b bigint not null, amount bigint not null, at timestamptz not null default now());
    insert into bench.accounts select i, 1000000000 from generate_series(1, ${world.members}) i;
    create function bench.bare(p_a bigint, p_b bigint, p_amount bigint) returns void language plpgsql as $$
    begin
      insert into bench.log (a, b, amount) values (p_a, p_b, p_amount);
      update bench.accounts set balance = balance - p_amount where id = p_a;
      update bench.accounts set balance = balance + p_amount where id = p_b;
    end $$`);
  await world.sql.query("vacuum analyze bench.accounts");
}

/** A hundred journals in one call, all or none. */
function batch(world: World): Script {
  const { first, last } = world.wallets.DEPOSIT ?? { first: "0", last: "0" };
  const count = BigInt(last) - BigInt(first) + 1n;
  return {
    each: 100,
    text: `select ledger.move_many(array(select (1, gen_random_uuid(), 'own_transfer', '${today()}', x.a, (x.a - ${first} + 1 + floor(random() * ${count - 1n})::bigint) % ${count} + ${first}, 1 + floor(random() * 1000)::bigint)::ledger.movement
    from (select ${first} + floor(random() * ${count})::bigint as a from generate_series(1, 100) offset 0) x));\n`,
  };
}

export async function journals({ server, sizes, wants, note }: Bench): Promise<Figure[]> {
  const world = await makeWorld(server, "journals", 10_000, { DEPOSIT: 1_000_000_000, INTEREST: 1_000_000_000 });
  const deposit = world.wallets.DEPOSIT;
  const random = randomJournal(world);
  await prepareTpcb(world);
  await prepareBare(world);
  await signIn(world, world.members);
  const scripts: Record<string, Script> = {};
  if (wants("journal_random", "journal_batch100")) scripts.tpcb = { text: null };
  if (wants("journal_random")) scripts.bare = { text: `\\set a random(1, ${world.members})\n\\set b random(1, ${world.members})\n\\set m random(1, 1000)\nselect bench.bare(:a, :b, :m);\n` };
  if (wants("journal_random", "journal_as_web", "journal_shared_account")) scripts.journal_random = random;
  if (wants("journal_random")) scripts.lazy = { ...random, lazy: true };
  if (wants("journal_as_web")) {
    scripts.journal_as_web = { role: "coffer_web", text: `\\set n random(1, ${world.members})\n\\set m random(10, 99)\nselect desk.member_transfer(lpad(:n::text, 43, 'b'), 'USD', '1.' || :m::text, gen_random_uuid());\n` };
  }
  if (wants("journal_shared_account")) {
    scripts.journal_shared_account = { text: `\\set b random(${deposit?.first}, ${deposit?.last})\n\\set m random(1, 1000)\nselect ledger.move(1, gen_random_uuid(), 'deposit', '${today()}', ${world.bank}, :b, :m);\n` };
  }
  if (wants("journal_batch100")) scripts.journal_batch100 = batch(world);
  const rates = await alternate(world, scripts, sizes.seconds, sizes.reps, () => world.sql.query("select desk.worker_fold()"));
  await verify(world);
  await world.close();

  const against = (metric: string, baseline: string, unit = "journals/s") => compare(metric, unit, baseline, rates[metric] ?? [], rates[baseline] ?? []);
  if (rates.lazy) note(`${"for information".padEnd(26)} ${String(Math.round(median(rates.lazy))).padStart(12)} journals/s with synchronous_commit=off`);
  return [
    ...(rates.bare ? [against("journal_random", "tpcb"), against("journal_random", "bare")] : []),
    ...(rates.journal_as_web ? [against("journal_as_web", "journal_random")] : []),
    ...(rates.journal_shared_account ? [against("journal_shared_account", "journal_random")] : []),
    ...(rates.journal_batch100 ? [against("journal_batch100", "tpcb")] : []),
  ];
}

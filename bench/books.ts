/** How large the books grow: bytes of one journal, and what a hundred times as many accounts cost. */
import type { Bench } from "./families.ts";
import { randomJournal } from "./journals.ts";
import { clients, rate, type Script } from "./pgbench.ts";
import { compare, grouped, plain, type Figure } from "./report.ts";
import { makeWorld, verify, verifySums, type World } from "./world.ts";

export const booksMetrics = ["bytes_per_journal", "scale_10k_to_1m", "scale_deposit_10k_to_1m"] as const;

/** Journals, lines and request keys with all their indexes, after vacuum, and how many journals there are. */
async function size(world: World): Promise<{ bytes: number; journals: number }> {
  await world.sql.query("vacuum analyze ledger.journals, ledger.lines, ledger.request_keys");
  const { rows } = await world.sql.query<{ bytes: string; journals: string }>(
    "select pg_total_relation_size('ledger.journals') + pg_total_relation_size('ledger.lines') + pg_total_relation_size('ledger.request_keys') as bytes, (select count(*) from ledger.journals) as journals",
  );
  return { bytes: Number.parseInt(rows[0]?.bytes ?? "", 10), journals: Number.parseInt(rows[0]?.journals ?? "", 10) };
}

async function bytesPerJournal({ server, sizes }: Bench): Promise<Figure> {
  const world = await makeWorld(server, "bytes", 10_000, { DEPOSIT: 1_000_000_000 });
  const before = await size(world);
  await rate(world, randomJournal(world), { transactions: sizes.journals });
  const after = await size(world);
  await verify(world);
  await world.close();
  const written = after.journals - before.journals;
  if (written !== Math.ceil(sizes.journals / clients) * clients) throw new Error(`${written} journals were written instead of ${sizes.journals}`);
  return plain("bytes_per_journal", `bytes, ${grouped(sizes.journals)} journals`, [(after.bytes - before.bytes) / written]);
}

/** One received deposit, through the account everybody's money comes in by. */
function deposit(world: World): Script {
  const { first, last } = world.wallets.DEPOSIT ?? { first: "", last: "" };
  return {
    text: `\\set a random(${first}, ${last})
\\set m random(1, 1000)
select ledger.post('deposit', current_date, null, null, array[(${world.bank}, :m, null)::ledger.line, (:a, -:m::bigint, null)::ledger.line]);\n`,
  };
}

async function scale({ server, sizes, wants }: Bench): Promise<Figure[]> {
  const scripts = { scale_10k_to_1m: randomJournal, scale_deposit_10k_to_1m: deposit };
  const small = await makeWorld(server, "small", 10_000, { DEPOSIT: 1_000_000_000 });
  const large = await makeWorld(server, "large", sizes.accounts, { DEPOSIT: 1_000_000_000 });
  const figures: Figure[] = [];
  for (const [metric, script] of Object.entries(scripts).filter(([name]) => wants(name))) {
    const [ours, theirs]: [number[], number[]] = [[], []];
    for (let rep = 0; rep < sizes.reps; rep += 1) {
      ours.push(await rate(large, script(large), { seconds: sizes.seconds }));
      theirs.push(await rate(small, script(small), { seconds: sizes.seconds }));
    }
    figures.push(compare(metric, `journals/s, ${grouped(sizes.accounts)} accounts`, "10,000 accounts", ours, theirs));
  }
  await verify(small);
  await (sizes.accounts > 100_000 ? verifySums(large) : verify(large));
  await small.close();
  await large.close();
  return figures;
}

export async function books(bench: Bench): Promise<Figure[]> {
  return [
    ...(bench.wants("bytes_per_journal") ? [await bytesPerJournal(bench)] : []),
    ...(bench.wants("scale_10k_to_1m", "scale_deposit_10k_to_1m") ? await scale(bench) : []),
  ];
}

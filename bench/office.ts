/**
 * What staff wait for: the search in one box among a million members, requests and journals against a thousand, and the approval queue with
 * ten thousand requests that wait against a hundred.
 */
import type { Bench } from "./families.ts";
import { latencies, type Script } from "./pgbench.ts";
import { compare, grouped, median, type Figure } from "./report.ts";
import { makeWorld, type World, signInStaff, staffToken } from "./world.ts";

export const officeMetrics = ["search_1m_vs_1k", "queue_10k_vs_100"] as const;

/** Somebody of finance, who may see the most. */
const role = "finance";
const token = staffToken(role);

const firsts = ["Aarav", "Ana", "Priya", "Diego", "Mei", "Noor", "Olga", "Peter", "Ravi", "Sara", "Tomás", "Uma", "Vera", "Wim", "Yara", "Zoe", "Kofi", "Lena", "Ivan", "Hana"];
const syllables = ["ka", "ro", "min", "tel", "va", "shi", "bur", "den", "lo", "pra", "gu", "fen", "sar", "ti", "mo", "nel"];

/** Gives everybody a name of their own kind: one of twenty before one of some four thousand. */
async function nameEverybody({ sql }: World): Promise<void> {
  await sql.query("begin; set local session_replication_role = replica");
  await sql.query(
    `update identity.members m set first_name = ($1::text[])[1 + m.id % cardinality($1)],
       last_name = initcap(($2::text[])[1 + abs(hashint8(m.id)) % 16] || ($2::text[])[1 + abs(hashint8(m.id + 1)) % 16] || ($2::text[])[1 + abs(hashint8(m.id + 2)) % 16])`,
    [firsts, syllables],
  );
  await sql.query("commit");
}

/** One deposit request for each of so many members, and the journal that each approved one has caused. The last `pending` wait. */
async function makeRequests({ sql, members, firstMember, bank }: World, pending: number): Promise<void> {
  await sql.query("begin; set local session_replication_role = replica");
  await sql.query(
    `insert into approval.requests (reference, kind, subject_id, subject_label, amount, currency, maker_id, maker_type, beneficiary_id, payload, payload_hash, needed, state, created_at, decided_at, executed_at)
     select 'R-' || upper(substr(md5('r' || n), 1, 12)), case when n % 10 < 7 then 'deposit' else 'withdrawal' end, md5('s' || n)::uuid, 'D-' || upper(substr(md5('d' || n), 1, 12)), 1000 + n, 'USD', $1::bigint + n - 1, 'member', $1::bigint + n - 1,
            '{}', sha256('{}'), 1, case when waits then 'pending' else 'approved' end, now() - make_interval(secs => $2::integer - n), case when not waits then now() end, case when not waits then now() end
       from (select n, n > $2::integer - $3::integer as waits from generate_series(1, $2::integer) n) x`,
    [firstMember, members, pending],
  );
  await sql.query(
    `with made as (insert into ledger.journals (id, posted_at, kind, value_on, line_count, cause)
       select nextval('ledger.journal_ids'), r.created_at, 'deposit', current_date, 2, r.subject_id from approval.requests r where r.state = 'approved' order by r.created_at returning id, cause),
     moved as (select m.id, r.amount, a.id as wallet from made m join approval.requests r on r.subject_id = m.cause join ledger.accounts a on a.member_id = r.beneficiary_id and a.kind = 'DEPOSIT'),
     paid as (update ledger.account_balances b set balance = b.balance + m.amount from moved m where b.account_id = m.wallet)
     insert into ledger.lines (journal_id, account_id, amount, line_no, value_on)
     select id, $1::bigint, amount, 1, current_date from moved union all select id, wallet, -amount, 2, current_date from moved`,
    [bank],
  );
  await sql.query("update ledger.account_balances set balance = balance + (select coalesce(sum(amount), 0) from approval.requests where state = 'approved') where account_id = $1", [bank]);
  await sql.query("commit");
  await sql.query("vacuum analyze");
}

async function makeOffice({ server }: Bench, name: string, members: number, pending: number): Promise<World> {
  const world = await makeWorld(server, name, members, { DEPOSIT: 0 });
  await nameEverybody(world);
  await makeRequests(world, pending);
  await signInStaff(world, role);
  return world;
}

const called = (text: string, words: string[]): Script => ({ role: "coffer_web", text: words.map((word) => `select desk.${text.replace("?", `'${word.replaceAll("'", "''")}'`)};\n`).join("") });
const search = (...words: string[]) => called(`staff_search('${token}', ?)`, words);

/** What people type: a rare name, part of one, one that a twentieth has, what is in everybody's address, one letter, an address, a number, references, nothing. */
async function terms({ sql, members }: World): Promise<Record<string, string>> {
  const { rows: [one] } = await sql.query<{ full: string; email: string; mobile: string; request: string; label: string; journal: string }>(
    `select m.first_name || ' ' || m.last_name as full, m.email, right(m.mobile, 7) as mobile, r.reference as request, r.subject_label as label, (select max(j.id)::text from ledger.journals j) as journal
       from identity.members m join approval.requests r on r.beneficiary_id = m.id order by m.id offset $1::integer / 2 limit 1`, [members],
  );
  if (!one) throw new Error("nobody to look for");
  return {
    "a whole name": one.full, "part of a name": "urdenl", "a common name": "priya", "everybody": "bench", "one letter": "k", "an address": one.email, "a mobile number": one.mobile,
    "a request": one.request, "a deposit": one.label, "a journal": one.journal, "nothing": "qzxwvqzx", "a hostile text": "%_%\\%",
  };
}

async function searched(bench: Bench): Promise<Figure> {
  const { sizes, note } = bench;
  const large = await makeOffice(bench, "office", sizes.million, 100);
  const small = await makeOffice(bench, "kiosk", 1_000, 100);
  const [many, few] = [await terms(large), await terms(small)];
  const [ours, theirs]: [number[], number[]] = [[], []];
  const each = Math.max(10, Math.round(sizes.dashboards / 10));
  for (let rep = 0; rep < sizes.reps; rep += 1) {
    const words = Object.keys(many).length;
    ours.push(median(await latencies(large, search(...Object.values(many)), each)) / words);
    theirs.push(median(await latencies(small, search(...Object.values(few)), each)) / words);
  }
  for (const [what, word] of Object.entries(many)) {
    const [a, b] = [median(await latencies(large, search(word), each)), median(await latencies(small, search(few[what] ?? ""), each))];
    note(`${"for information".padEnd(26)} search_1m_vs_1k: ${what}: ${a.toFixed(2)} ms, among 1,000 ${b.toFixed(2)} ms`);
  }
  await small.close();
  await large.close();
  return compare("search_1m_vs_1k", `ms a search, ${grouped(sizes.million)}`, "1,000", ours, theirs);
}

/** The page's two calls; the queue as it opens, and with each of its filters. */
const queue = (filter: string): Script => ({ role: "coffer_web", text: `select desk.staff_frame('${token}');\nselect desk.staff_requests('${token}', ${filter}, p_limit => 25);\n` });
const filters = { "what waits": "'pending'", "of a kind": "'pending', 'deposit'", "of a kind, all": "null, 'withdrawal'", "of a state": "'approved'", "a kind nobody asked for": "'pending', 'kyc'", "by reference": "'pending', null, 'R-00000000'", "by address": "'pending', null, 'bench'" };

async function queued(bench: Bench): Promise<Figure> {
  const { sizes, note } = bench;
  // As many requests altogether, so that only what waits differs.
  const long = await makeOffice(bench, "long", 20_000, 10_000);
  const short = await makeOffice(bench, "short", 20_000, 100);
  const [ours, theirs]: [number[], number[]] = [[], []];
  const each = Math.max(20, Math.round(sizes.dashboards / 4));
  for (let rep = 0; rep < sizes.reps; rep += 1) {
    ours.push(median(await latencies(long, queue(filters["what waits"]), each)));
    theirs.push(median(await latencies(short, queue(filters["what waits"]), each)));
  }
  for (const [what, filter] of Object.entries(filters)) {
    const [a, b] = [median(await latencies(long, queue(filter), each)), median(await latencies(short, queue(filter), each))];
    note(`${"for information".padEnd(26)} queue_10k_vs_100: ${what}: ${a.toFixed(2)} ms, with 100 ${b.toFixed(2)} ms, ${(a / b).toFixed(2)}`);
  }
  await long.close();
  await short.close();
  return compare("queue_10k_vs_100", "ms, 10,000 that wait", "100 that wait", ours, theirs);
}

export async function office(bench: Bench): Promise<Figure[]> {
  return [...(bench.wants("queue_10k_vs_100") ? [await queued(bench)] : []), ...(bench.wants("search_1m_vs_1k") ? [await searched(bench)] : [])];
}

/**
 * Row 3, one effect per request key: fifty people send the same command with the same key at the same moment as fifty others who send
 * something else with it. Whoever comes first is answered, its twins get the same answer, everybody else is told.
 */
import { openDesk, refusalOf, type Desk } from "../../sql/tests/support/builders";
import { randomFrom, type Random } from "../hammer/random";
import type { Findings } from "./findings";
import type { Suite } from "./suite";

const crowd = 100;
/** Spec 8 row 3. */
export const keysPromised = 1_000;

type Outcome = { id: string; amount: string } | { refused: string };

/** So many keys, or fewer when `over` says so; answers how many. */
export async function keyRounds(desk: Desk, random: Random, findings: Findings, keys: number, over: () => boolean = () => false): Promise<number> {
  const who = await desk.member(`keys-${random.uuid().slice(0, 8)}`);
  await desk.sql(
    `select ledger.post('adjustment', '2027-03-01', null, null, array[(ledger.operator_account('bank:operator', 'USD'), 100000000, null)::ledger.line,
       (ledger.wallet((select id from identity.members where email = $1), 'INTEREST', 'USD'), -100000000, null)::ledger.line])`, [who.email]);
  const send = async (amount: string, key: string): Promise<Outcome> => {
    const begun = performance.now();
    try {
      const { movement } = await desk.ask("member_transfer", { token: who.token, currency: "USD", amount, key });
      findings.operation("member_transfer", "same answer", performance.now() - begun);
      return movement as { id: string; amount: string };
    } catch (error) {
      const refused = refusalOf(error)?.code ?? String(error);
      findings.operation("member_transfer", refused, performance.now() - begun);
      return { refused };
    }
  };
  let moved = 0n;
  let round = 0;
  for (; round < keys && !over(); round += 1) {
    const key = random.uuid();
    const same = Array.from({ length: 50 }, () => "1.00");
    const other = Array.from({ length: 50 }, (_, n) => `2.${String(n).padStart(2, "0")}`);
    // Every second round the conflicting ones are sent first.
    const bodies = round % 2 ? [...other, ...same] : same.flatMap((body, n) => [body, other[n] ?? body]);
    const outcomes = await Promise.all(bodies.map((body) => send(body, key)));
    const answers = outcomes.filter((one): one is { id: string; amount: string } => "id" in one);
    const refusals = outcomes.filter((one): one is { refused: string } => "refused" in one);
    const first = answers[0];
    const won = first?.amount ?? "";
    findings.check("twins get the same answer", answers.every(({ id, amount }) => id === first?.id && amount === won), () => key);
    findings.check("all of one body are answered, and nobody else", answers.length === (won === "1.00" ? 50 : 1), () => `${key}: ${answers.length} answers of ${won}`);
    findings.check("everybody else is told", refusals.every(({ refused }) => refused === "key_reuse"), () => `${key}: ${refusals.map(({ refused }) => refused).join()}`);
    findings.checked("member_transfer", outcomes.length);
    moved += BigInt(won.replace(".", "") || "0");
  }
  const [row] = await desk.sql<{ journals: string; moved: string }>(
    `select count(*)::text as journals, coalesce(sum(-l.amount), 0)::text as moved from ledger.journals j join ledger.lines l on l.journal_id = j.id and l.amount < 0 join ledger.accounts a on a.id = l.account_id
      where j.kind = 'own_transfer' and a.member_id = (select id from identity.members where email = $1)`, [who.email]);
  findings.check("one effect per key", row?.journals === String(round) && row.moved === String(moved), () => `${row?.journals ?? "no"} effects of ${row?.moved ?? "nothing"} for ${round} keys and ${moved}`);
  return round;
}

export const keys: Suite = {
  name: "keys", rows: "3",
  async run(ground, { seed, seconds }, findings) {
    const database = await ground.database();
    const desk = await openDesk(database, crowd);
    try {
      await desk.set({ posts_per_minute: "1000000" });
      const until = performance.now() + seconds * 1_000;
      findings.facts.keys = await keyRounds(desk, randomFrom(seed), findings, keysPromised, () => performance.now() > until);
      for (const { law, object } of await desk.sql<{ law: string; object: string }>("select law, object from ledger.verify()")) findings.violation(`${law}: ${object}`);
    } finally {
      await desk.close();
      await database.drop();
    }
  },
};

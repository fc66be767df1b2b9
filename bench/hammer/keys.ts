/**
 * One effect per request key (spec 8 row 3): fifty people send the same command with the same key at the same moment as fifty others who
 * send something else with it. Whoever comes first is answered, its twins get the same answer, everybody else is told.
 */
import { randomUUID } from "node:crypto";

import { refusalOf, type Desk } from "../../sql/tests/support/builders";

export type KeyReport = { keys: number; uses: number; same_answer: number; key_reuse: number; effects: number; wrong: string[] };

type Outcome = { id: string; amount: string } | { refused: string };

export async function keyRounds(desk: Desk, keys: number): Promise<KeyReport> {
  const who = await desk.member(`keys-${randomUUID().slice(0, 8)}`);
  await desk.sql(
    `select ledger.post('adjustment', '2027-03-01', null, null, array[(ledger.operator_account('bank:operator', 'USD'), 100000000, null)::ledger.line,
       (ledger.wallet((select id from identity.members where email = $1), 'INTEREST', 'USD'), -100000000, null)::ledger.line])`, [who.email]);
  const send = async (amount: string, key: string): Promise<Outcome> => {
    try {
      return (await desk.ask("member_transfer", { token: who.token, currency: "USD", amount, key })).movement as { id: string; amount: string };
    } catch (error) {
      return { refused: refusalOf(error)?.code ?? String(error) };
    }
  };
  const report: KeyReport = { keys, uses: 0, same_answer: 0, key_reuse: 0, effects: 0, wrong: [] };
  let moved = 0n;
  for (let round = 0; round < keys; round += 1) {
    const key = randomUUID();
    const same = Array.from({ length: 50 }, () => "1.00");
    const other = Array.from({ length: 50 }, (_, n) => `2.${String(n).padStart(2, "0")}`);
    // Every second round the conflicting ones are sent first.
    const bodies = round % 2 ? [...other, ...same] : same.flatMap((body, n) => [body, other[n] ?? body]);
    const outcomes = await Promise.all(bodies.map((body) => send(body, key)));
    const answers = outcomes.filter((one): one is { id: string; amount: string } => "id" in one);
    const refusals = outcomes.filter((one): one is { refused: string } => "refused" in one);
    const first = answers[0];
    const won = first?.amount ?? "";
    if (answers.some(({ id, amount }) => id !== first?.id || amount !== won)) report.wrong.push(`key ${round}: different answers`);
    if (answers.length !== (won === "1.00" ? 50 : 1)) report.wrong.push(`key ${round}: ${answers.length} answers`);
    report.wrong.push(...refusals.filter(({ refused }) => refused !== "key_reuse").map(({ refused }) => `key ${round}: ${refused}`));
    report.uses += outcomes.length;
    report.same_answer += answers.length;
    report.key_reuse += refusals.length;
    moved += BigInt(won.replace(".", "") || "0");
  }
  const [row] = await desk.sql<{ journals: string; moved: string }>(
    `select count(*)::text as journals, coalesce(sum(-l.amount), 0)::text as moved from ledger.journals j join ledger.lines l on l.journal_id = j.id and l.amount < 0 join ledger.accounts a on a.id = l.account_id
      where j.kind = 'own_transfer' and a.member_id = (select id from identity.members where email = $1)`, [who.email]);
  report.effects = Number.parseInt(row?.journals ?? "0", 10);
  if (report.effects !== keys || row?.moved !== String(moved)) report.wrong.push(`${report.effects} effects of ${row?.moved ?? "nothing"} for ${keys} keys and ${moved}`);
  return report;
}

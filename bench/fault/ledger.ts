/**
 * Rows 1, 2, 3 and 13 at the highest rate: many lanes call the posting functions themselves, every call its own transaction, none waits
 * for another's answer. Every answer is compared with a model, and at each rest every row.
 */
import postgres from "postgres";

import { randomFrom, type Random } from "../hammer/random";
import { violations } from "../hammer/check";
import type { Findings } from "./findings";
import { Model, type Change, type Flight, type Line, type Posted } from "./ledger/model";
import { buildAccounts } from "./ledger/world";
import { untilOver, type Suite } from "./suite";

const connections = 10;
const lanes = 80;
const restSeconds = 15;
/** So many of each kind are remembered to be met again. */
const memory = 3_000;

type Key = { accepted: { id: string; body: string } | null; bodies: Set<string> };
type Move = { key: string; actor: number; known: Key; body: string[]; lines: Line[] };
type Hold = { id: string; account: number; amount: bigint; ended: boolean; ending: number };
type World = { sql: postgres.Sql; model: Model; findings: Findings; moves: Move[]; posted: Posted[]; reversing: Map<string, number>; holds: Hold[] };

type Refusal = { code?: string; message?: string; detail?: string; where?: string };
const shortages = new Set(["insufficient_available", "treasury_short", "method_short", "insufficient_funds"]);

const remember = <T>(list: T[], one: T, random: Random): void => {
  if (list.length < memory) list.push(one);
  else list[random.int(memory)] = one;
};
const minor = (text: string): bigint => BigInt(text.replace(".", ""));

/** Calls once, times it, and answers the value or the refusal; anything else is a violation. */
async function call(world: World, kind: string, text: string, values: (string | string[] | number | null)[]): Promise<{ value: string } | { refused: string; available: bigint | null }> {
  const begun = performance.now();
  try {
    const [row] = await world.sql.unsafe<Record<string, string>[]>(text, values as never[], { prepare: true });
    world.findings.operation(kind, "accepted", performance.now() - begun);
    return { value: String(Object.values(row ?? {})[0]) };
  } catch (error) {
    const { code = "", message = String(error), detail, where } = error as Refusal;
    world.findings.operation(kind, code.startsWith("CF") ? message : code || "error", performance.now() - begun);
    if (!code.startsWith("CF")) world.findings.violation(`${kind} ended without a name: ${[code, message, detail, where].filter(Boolean).join(" ")}`);
    const { available } = (JSON.parse(detail ?? "{}") as { params?: { available?: string } }).params ?? {};
    return { refused: message, available: available === undefined ? null : minor(available) };
  }
}

/** A refusal for shortage names a figure that stood there while it was asked. */
function checkShortage({ model, findings }: World, kind: string, flight: Flight, { refused, available }: { refused: string; available: bigint | null }): void {
  findings.answer(kind, `${kind} refused only when short`, shortages.has(refused) && available !== null && model.couldBeShort(flight, available), () => `${refused}, available ${String(available)}, of ${flight.changes.map(({ account, balance }) => `${model.account(account).name} ${balance}`).join(", ")}`);
}

/** An accepted posting: the first time its journal is told of, it is booked. */
function book(world: World, kind: string, flight: Flight, id: string, lines: Line[], reversal: boolean): Posted | null {
  const known = world.model.journals.get(id);
  const passed = known !== undefined || world.model.couldPass(flight);
  world.findings.answer(kind, `${kind} accepted only when covered`, passed && /^[0-9]+$/.test(id), () => `journal ${id} of ${flight.changes.map(({ account, balance }) => `${world.model.account(account).name} ${balance}`).join(", ")}`);
  world.model.end(flight, known === undefined);
  if (known) return null;
  const made = { id, lines, reversal, reversed: false };
  world.model.journals.set(id, made);
  return made;
}

const pickAccount = ({ model }: World, random: Random, currency: string): number => {
  for (;;) {
    // A third of all meet on a few accounts.
    const at = random.chance(33) ? random.int(14) : random.int(model.accounts.length);
    if (model.account(at).currency === currency) return at;
  }
};
const date = (random: Random): string => `2027-03-${String(1 + random.int(28)).padStart(2, "0")}`;
const currencyOf = (random: Random): string => (random.chance(80) ? "USD" : "EUR");
const idOf = ({ model }: World, at: number): string => model.account(at).id;

async function send(world: World, random: Random, { key, actor, known, body, lines }: Move): Promise<void> {
  const text = body.join("|");
  known.bodies.add(text);
  const flight = world.model.begin(world.model.changesOf(lines));
  const answer = await call(world, "move", "select ledger.move($1, $2, 'adjustment', $3, $4, $5, $6)::text", [actor, key, ...body]);
  if ("value" in answer) {
    const { accepted } = known;
    if (accepted) {
      world.findings.answer("move", "the same key has the same answer", accepted.id === answer.value && accepted.body === text, () => `${accepted.id} then ${answer.value}`);
      world.model.end(flight, false);
      return;
    }
    known.accepted = { id: answer.value, body: text };
    const made = book(world, "move", flight, answer.value, lines, false);
    world.findings.check("a new key makes a new journal", made !== null, () => `journal ${answer.value} was another's`);
    if (made) remember(world.posted, made, random);
    remember(world.moves, { key, actor, known, body, lines }, random);
    return;
  }
  if (answer.refused === "key_reuse") world.findings.answer("move", "a key is refused only when another body has it", known.bodies.size > 1 && known.accepted?.body !== text, () => `${actor}:${key}`);
  else checkShortage(world, "move", flight, answer);
  world.model.end(flight, false);
}

function newMove(world: World, random: Random): Move {
  const currency = currencyOf(random);
  // A shared account's decrease is posted, because it has to be locked in its turn: see post.
  const other = (side: bigint): number => {
    for (;;) {
      const at = pickAccount(world, random, currency);
      const { appended, floored, side: natural } = world.model.account(at);
      if (!(appended && floored && natural !== side)) return at;
    }
  };
  const debit = other(1n);
  let credit = debit;
  while (credit === debit) credit = other(-1n);
  const amount = BigInt(1 + random.int(random.chance(10) ? 900_000 : 30_000));
  return { key: random.uuid(), actor: 1 + random.int(4), known: { accepted: null, bodies: new Set() }, body: [date(random), idOf(world, debit), idOf(world, credit), String(amount)], lines: [{ account: debit, amount }, { account: credit, amount: -amount }] };
}

async function move(world: World, random: Random): Promise<void> {
  const next = newMove(world, random);
  const style = random.int(100);
  const before = random.pick(world.moves);
  if (style < 6 && before) await send(world, random, before);
  else if (style < 9 && before) await send(world, random, { ...next, key: before.key, actor: before.actor, known: before.known });
  // Twice at the same moment, and with another body under the same key.
  else if (style < 13) await Promise.all([send(world, random, next), send(world, random, next)]);
  else if (style < 16) await Promise.all([send(world, random, next), send(world, random, { ...newMove(world, random), key: next.key, actor: next.actor, known: next.known })]);
  else await send(world, random, next);
}

/** A journal of three to eight lines, sometimes in two currencies. */
async function post(world: World, random: Random): Promise<void> {
  const lines: Line[] = [];
  for (const currency of random.chance(20) ? ["USD", "EUR"] : [currencyOf(random)]) {
    let rest = 0n;
    for (let n = 1 + random.int(3); n >= 0; n -= 1) {
      const amount = BigInt(1 + random.int(20_000)) * (random.chance(50) ? 1n : -1n);
      lines.push({ account: pickAccount(world, random, currency), amount });
      rest -= amount;
    }
    if (rest !== 0n) lines.push({ account: pickAccount(world, random, currency), amount: rest });
  }
  if (lines.length < 2) return;
  const flight = world.model.begin(world.model.changesOf(lines));
  const answer = await call(world, "post", "select ledger.post('adjustment', $1, 7, null, (select array_agg((u.a, u.m, null)::ledger.line order by n) from unnest($2::bigint[], $3::bigint[]) with ordinality u (a, m, n)))::text",
    [date(random), lines.map(({ account }) => idOf(world, account)), lines.map(({ amount }) => String(amount))]);
  if ("value" in answer) {
    const made = book(world, "post", flight, answer.value, lines, false);
    if (made) remember(world.posted, made, random);
    return;
  }
  checkShortage(world, "post", flight, answer);
  world.model.end(flight, false);
}

async function reverse(world: World, random: Random): Promise<void> {
  const target = random.pick(world.posted);
  if (!target) return;
  const lines = target.lines.map(({ account, amount }) => ({ account, amount: -amount }));
  const flight = world.model.begin(world.model.changesOf(lines));
  world.reversing.set(target.id, (world.reversing.get(target.id) ?? 0) + 1);
  const answer = await call(world, "reverse", "select ledger.reverse($1, '2027-03-28', 7, null)::text", [target.id]);
  const others = (world.reversing.get(target.id) ?? 0) - 1;
  if (others > 0) world.reversing.set(target.id, others);
  else world.reversing.delete(target.id);
  if ("value" in answer) {
    world.findings.check("a journal is reversed once", !target.reversed, () => target.id);
    target.reversed = true;
    book(world, "reverse", flight, answer.value, lines, true);
    return;
  }
  if (answer.refused === "already_decided") world.findings.answer("reverse", "a reversal is refused only when there was one", target.reversed || others > 0, () => target.id);
  else checkShortage(world, "reverse", flight, answer);
  world.model.end(flight, false);
}

async function hold(world: World, random: Random): Promise<void> {
  const account = pickAccount(world, random, currencyOf(random));
  if (!world.model.account(account).floored || world.model.account(account).appended) return;
  const amount = BigInt(1 + random.int(40_000));
  const flight = world.model.begin([{ account, balance: 0n, held: amount }]);
  const answer = await call(world, "hold", "select ledger.place_hold($1, $2, 'withdrawal', null, now())::text", [idOf(world, account), String(amount)]);
  if ("value" in answer) {
    world.findings.answer("hold", "hold accepted only when covered", world.model.couldPass(flight), () => `${amount} of ${world.model.account(account).name}`);
    world.holds.push({ id: answer.value, account, amount, ended: false, ending: 0 });
  } else checkShortage(world, "hold", flight, answer);
  world.model.end(flight, "value" in answer);
}

async function endHold(world: World, random: Random): Promise<void> {
  const at = random.int(world.holds.length);
  const target = world.holds[at];
  if (!target) return;
  if (!random.chance(25)) world.holds.splice(at, 1);
  const change: Change = { account: target.account, balance: 0n, held: -target.amount };
  const one = async (state: string) => {
    const flight = world.model.begin([change]);
    target.ending += 1;
    const answer = await call(world, "end_hold", "select ledger.end_hold($1, $2, now())::text", [target.id, state]);
    target.ending -= 1;
    const ended = "value" in answer && answer.value === "true";
    world.findings.answer("end_hold", "a hold ends once", "value" in answer && (ended ? !target.ended : target.ended || target.ending > 0), () => `${target.id} ${JSON.stringify(answer)}`);
    if (ended) target.ended = true;
    world.model.end(flight, ended);
  };
  const states = ["captured", "released", "expired"];
  if (random.chance(30)) await Promise.all([one(random.pick(states) ?? "released"), one(random.pick(states) ?? "captured")]);
  else await one(random.pick(states) ?? "released");
}

async function read(world: World, random: Random): Promise<void> {
  const account = pickAccount(world, random, currencyOf(random));
  const range = world.model.watch(account);
  const answer = await call(world, "read", "select balance || ' ' || held from ledger.balances where account_id = $1", [idOf(world, account)]);
  world.model.unwatch(range);
  const [balance = "", held = ""] = "value" in answer ? answer.value.split(" ") : [];
  world.findings.answer("read", "a balance read is one that could stand there", /^-?\d+$/.test(balance) && world.model.contains(range, BigInt(balance), BigInt(held)), () => `${world.model.account(account).name}: ${balance} held ${held}, possible ${range.lowBalance}…${range.highBalance} held ${range.lowHeld}…${range.highHeld}`);
}

async function fold(world: World, random: Random): Promise<void> {
  const appended = world.model.accounts.filter((account) => account.appended);
  await call(world, "fold", "select ledger.fold_account($1)::text", [random.pick(appended)?.id ?? ""]);
}

const deck = [["move", 46, move], ["post", 18, post], ["hold", 7, hold], ["end_hold", 7, endHold], ["reverse", 5, reverse], ["fold", 2, fold], ["read", 15, read]] as const;
const cards = deck.flatMap(([, weight, run]) => Array.from({ length: weight }, () => run));

/** Nobody is under way: every row is compared with what was acknowledged. */
async function rest(world: World, since: { journal: string }): Promise<void> {
  const { sql, model, findings } = world;
  const rows = await sql<{ id: string; account: string; amount: string }[]>`select l.journal_id::text as id, l.account_id::text as account, l.amount::text from ledger.lines l join ledger.journals j on j.id = l.journal_id where j.id > ${since.journal}::bigint order by j.posted_at, j.id, l.line_no`;
  const found = new Map<string, string[]>();
  for (const { id, account, amount } of rows) found.set(id, [...(found.get(id) ?? []), `${account} ${amount}`]);
  for (const { id, lines } of model.journals.values()) {
    findings.check("an acknowledged journal stands as it was sent", found.get(id)?.join() === lines.map(({ account, amount }) => `${idOf(world, account)} ${amount}`).join(), () => `journal ${id}: ${found.get(id)?.join() ?? "missing"}`);
    found.delete(id);
  }
  findings.check("nothing stands that was not acknowledged", found.size === 0, () => `journals ${[...found.keys()].slice(0, 5).join(", ")}`);
  const order = [...new Set(rows.map(({ id }) => id))];
  model.replay(findings, order);
  const balances = await sql<{ id: string; balance: string; held: string }[]>`select account_id::text as id, balance::text, held::text from ledger.balances where account_id = any (${model.accounts.map(({ id }) => id)}::bigint[])`;
  const byId = new Map(balances.map((row) => [row.id, row]));
  for (const [at, { id, name }] of model.accounts.entries()) {
    const { balance, held } = model.states[at] ?? { balance: 0n, held: 0n };
    findings.check("a balance is the model's", byId.get(id)?.balance === String(balance) && byId.get(id)?.held === String(held) && model.runningOf(at) === balance, () => `${name}: ${JSON.stringify(byId.get(id))}, model ${balance} held ${held}`);
  }
  since.journal = order.reduce((highest, id) => (BigInt(id) > BigInt(highest) ? id : highest), since.journal);
  model.journals.clear();
}

export const ledger: Suite = {
  name: "ledger", rows: "1, 2, 3, 13",
  async run(ground, { seed, seconds }, findings) {
    const database = await ground.database();
    const sql = postgres(database.url("postgres"), { max: connections, onnotice: () => undefined, connection: { synchronous_commit: "on" } });
    try {
      const world: World = { sql, model: new Model(await buildAccounts(sql)), findings, moves: [], posted: [], reversing: new Map(), holds: [] };
      const opening = randomFrom(seed);
      // Everybody begins with something, brought in by the operator's accounts without a floor.
      for (const [at, { name, currency, side }] of world.model.accounts.entries()) {
        if (name.includes(":operator")) continue;
        const from = world.model.accounts.findIndex((one) => one.currency === currency && one.name.startsWith(side > 0n ? "equity:operator" : "bank:operator"));
        const amount = 2_000_000n * side;
        const [debit, credit] = side > 0n ? [at, from] : [from, at];
        const size = amount < 0n ? -amount : amount;
        await send(world, opening, { key: opening.uuid(), actor: 1, known: { accepted: null, bodies: new Set() }, body: ["2027-03-01", idOf(world, debit), idOf(world, credit), String(size)], lines: [{ account: debit, amount: size }, { account: credit, amount: -size }] });
      }
      const since = { journal: "0" };
      const until = performance.now() + seconds * 1_000;
      const randoms = Array.from({ length: lanes }, (_, n) => randomFrom(seed * 1_000 + n));
      for (let rests = 1; ; rests += 1) {
        const left = (until - performance.now()) / 1_000;
        if (left <= 0) break;
        await untilOver(Math.min(left, restSeconds), lanes, async (n) => {
          const random = randoms[n] ?? opening;
          await (random.pick(cards) ?? read)(world, random);
        });
        await rest(world, since);
        findings.facts.rests = rests;
      }
      const desk = { sql: async <T extends object>(text: string): Promise<T[]> => [...(await sql.unsafe<T[]>(text))] };
      for (const text of await violations(desk, "books")) findings.violation(text);
    } finally {
      await sql.end();
      await database.drop();
    }
  },
};

/** Rows 9 and 13: people who decide one request at the same moment, and ends of one hold at the same moment. Exactly one of them counts. */
import { openDesk, refusalOf, type Desk } from "../../sql/tests/support/builders";
import { randomFrom, type Random } from "../hammer/random";
import type { Findings } from "./findings";
import type { Suite } from "./suite";

type Person = { token: string };
type Company = { desk: Desk; random: Random; findings: Findings; finance: Person[]; maker: Person; ann: Person; method: string; to: string; account: string };

const wordOf = (error: unknown): string => refusalOf(error)?.code ?? String(error);

/** Begins all at once, in an order that is drawn; answers the names of those that were accepted. */
async function together({ findings, random }: Company, kind: string, works: Record<string, () => Promise<unknown>>, refusals: readonly string[]): Promise<string[]> {
  const names = Object.keys(works).sort(() => (random.chance(50) ? 1 : -1));
  const outcomes = await Promise.all(names.map(async (name) => {
    const begun = performance.now();
    const word = await (works[name]?.() ?? Promise.resolve()).then(() => "accepted", wordOf);
    findings.operation(`${kind}: ${name.replace(/ \d$/, "")}`, word, performance.now() - begun);
    findings.checked(kind);
    if (word !== "accepted" && !refusals.includes(word)) findings.violation(`${kind}: ${name} ended as ${word}`);
    return [name, word] as const;
  }));
  return outcomes.filter(([, word]) => word === "accepted").map(([name]) => name);
}

const rowOf = async ({ desk }: Company, request: string) => (await desk.sql<{ state: string; executed: boolean; approvals: number; rejections: number; journals: number }>(
  `select r.state, r.executed_at is not null as executed, (select count(*)::integer from approval.decisions d where d.request_id = r.id and d.decision = 'approve') as approvals,
          (select count(*)::integer from approval.decisions d where d.request_id = r.id and d.decision = 'reject') as rejections, (select count(*)::integer from ledger.journals j where j.cause in (r.subject_id, r.id)) as journals
     from approval.requests r where r.id = $1`, [request]))[0];

type Asked = { request: string; cancel: () => Promise<unknown> };
async function ask(company: Company, kind: string, amount: string): Promise<Asked> {
  const { desk, random, ann, maker, method, to } = company;
  const key = () => random.uuid();
  if (kind === "deposit") {
    const { request, deposit } = await desk.ask("member_deposit_submit", { token: ann.token, method, reference: null, amount, transaction_reference: random.uuid(), file: null, key: key() });
    return { request, cancel: () => desk.ask("member_deposit_cancel", { token: ann.token, deposit, key: key() }) };
  }
  if (kind === "withdrawal") {
    await desk.sql("delete from identity.rate_counters");
    const { request, withdrawal } = await desk.withdraw(ann, "DEPOSIT", amount, to, key() as `${string}-${string}-${string}-${string}-${string}`);
    return { request, cancel: () => desk.ask("member_withdrawal_cancel", { token: ann.token, withdrawal, key: key() }) };
  }
  const { request } = await desk.ask("staff_treasury_fund", { token: maker.token, treasury: "returns", currency: "USD", amount, method, note: null, key: key() });
  return { request, cancel: () => desk.ask("staff_cancel_request", { token: maker.token, request, key: key() }) };
}

async function decide(company: Company): Promise<void> {
  const { desk, random, findings, finance } = company;
  const kind = random.pick(["deposit", "withdrawal", "treasury_funding"]) ?? "deposit";
  const two = kind === "deposit" && random.chance(40);
  const { request, cancel } = await ask(company, kind, two ? "900.00" : "3.00");
  const [a, b, c, d] = finance;
  if (!a || !b || !c || !d) throw new Error("four of finance");
  if (two && random.chance(50)) await desk.decide(d, request);
  const approve = (by: Person) => () => desk.decide(by, request);
  const works: Record<string, () => Promise<unknown>> = { "approve 1": approve(a), "approve 2": approve(b), ...(random.chance(50) ? { "approve again": approve(a) } : {}), ...(random.chance(70) ? { reject: () => desk.decide(c, request, "reject") } : {}), ...(random.chance(70) ? { cancel } : {}) };
  const accepted = await together(company, kind, works, ["already_decided", "same_person"]);
  const row = await rowOf(company, request);
  const ends = accepted.filter((name) => name === "reject" || name === "cancel");
  const executed = row?.state === "approved";
  const needed = two ? 2 : 1;
  findings.check("one decision per request", ends.length + (executed ? 1 : 0) === (row?.state === "pending" ? 0 : 1) && row?.executed === executed && row.journals === (executed ? 1 : 0) && row.approvals <= needed && (!executed || row.approvals === needed) && row.rejections === (row.state === "rejected" ? 1 : 0),
    () => `${kind} ${request}: accepted ${accepted.join(", ")}, ${JSON.stringify(row)}`);
  // Everybody can be answered only if there is an end: with one needed there always is.
  findings.check("somebody's decision counted", two || row?.state !== "pending", () => `${kind} ${request}`);
  if (row?.state === "pending") await cancel();
}

/** The three ends of a hold: a spend, a release and the job that looks for what has expired. */
async function endHold(company: Company): Promise<void> {
  const { desk, random, findings, account } = company;
  const [hold] = await desk.sql<{ id: string }>("select ledger.place_hold($1, 1, 'withdrawal', null, now(), now() - interval '1 second') as id", [account]);
  const end = (state: string) => async () => {
    const [row] = await desk.sql<{ done: boolean }>("select ledger.end_hold($1, $2, now()) as done", [hold?.id, state]);
    return row?.done ? state : null;
  };
  const expire = async () => ((await desk.job("worker_holds_expire")).ended > 0 ? "expired" : null);
  const works = [end("captured"), end("released"), expire, ...(random.chance(50) ? [end("captured"), expire] : [])].sort(() => (random.chance(50) ? 1 : -1));
  const ended = (await Promise.all(works.map((work) => work()))).filter((state) => state !== null);
  for (const state of ended) findings.operation("hold", state);
  const [row] = await desk.sql<{ state: string; held: string }>("select h.state, b.held::text from ledger.holds h join ledger.account_balances b on b.account_id = h.account_id where h.id = $1", [hold?.id]);
  findings.answer("hold", "a hold ends once", ended.length === 1 && row?.state === ended[0] && row?.held === "0", () => `${hold?.id ?? ""}: ${ended.join(", ")}, ${JSON.stringify(row)}`);
}

async function open(desk: Desk, random: Random, findings: Findings): Promise<Company> {
  await desk.set({ two_person_above: "500", destination_cooling_hours: "0", withdrawal_fee: "0", posts_per_minute: "1000000", otp_per_minute: "1000000" });
  const finance = await Promise.all(Array.from({ length: 4 }, () => desk.staff("finance")));
  const [first] = finance;
  if (!first) throw new Error("no staff");
  const [maker, ann, bo, method] = [await desk.staff("operations"), await desk.member("ann"), await desk.member("bo"), await desk.method()];
  for (let n = 0; n < 20; n += 1) await desk.deposit(ann, "499.00", method, first);
  await desk.deposit(bo, "100.00", method, first);
  const [account] = await desk.sql<{ id: string }>("select ledger.wallet((select id from identity.members where email = $1), 'DEPOSIT', 'USD')::text as id", [bo.email]);
  return { desk, random, findings, finance, maker, ann, method, to: await desk.destination(ann), account: account?.id ?? "" };
}

export const decisions: Suite = {
  name: "decisions", rows: "9, 13",
  async run(ground, { seed, seconds }, findings) {
    const database = await ground.database();
    const desk = await openDesk(database, 12);
    try {
      const company = await open(desk, randomFrom(seed), findings);
      let rounds = 0;
      for (const until = performance.now() + seconds * 1_000; performance.now() < until; rounds += 1) await (rounds % 3 === 2 ? endHold : decide)(company);
      for (const { law, object } of await desk.sql<{ law: string; object: string }>("select law, object from ledger.verify()")) findings.violation(`${law}: ${object}`);
      findings.facts.rounds = rounds;
    } finally {
      await desk.close();
      await database.drop();
    }
  },
};

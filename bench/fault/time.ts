/**
 * Row 11: thirty simulated years. Plans in zones that change their clocks, leap days, month ends, days missed, runs twice, two workers at
 * once, one killed in the middle. What day it is somewhere comes from Intl, what a day earns from whole numbers; both know nothing of SQL.
 */
import pg from "pg";

import { fund, investor, plan } from "../../sql/invest/tests/support/books";
import { addDays, credit, cumulative, daysBetween, endOf } from "../../sql/invest/tests/support/terms";
import { openDesk, type Desk } from "../../sql/tests/support/builders";
import type { TestDatabase } from "../../sql/tests/support/database";
import { randomFrom, type Random } from "../hammer/random";
import type { Findings } from "./findings";
import type { Suite } from "./suite";

const years = 30;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const zones = ["UTC", "America/New_York", "Asia/Kolkata", "Pacific/Kiritimati", "Australia/Lord_Howe"];
const terms = [{ duration: 30, unit: "DAYS", rate: "0.33" }, { duration: 1, unit: "MONTHS", rate: "0.40" }, { duration: 12, unit: "MONTHS", rate: "0.01234567" }, { duration: 3, unit: "WEEKS", rate: "0.05" }, { duration: 1, unit: "DAYS", rate: "1.5" }];

const calendars = new Map(zones.map((timeZone) => [timeZone, new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" })]));
const dateIn = (zone: string, at: number): string => calendars.get(zone)?.format(new Date(at)) ?? "";

/** The moment the next day begins in a zone, to the minute. */
function midnight(zone: string, after: number): number {
  const today = dateIn(zone, after);
  let [low, high] = [after, after + 26 * hourMs];
  while (high - low > 60_000) {
    const middle = Math.floor((low + high) / 2);
    if (dateIn(zone, middle) === today) low = middle;
    else high = middle;
  }
  return Math.ceil(high / 60_000) * 60_000;
}

type Contract = { id: string; zone: string; amount: bigint; rate: string; start: string; end: string; days: number };
type World = { desk: Desk; database: TestDatabase; random: Random; findings: Findings; members: string[]; plans: Awaited<ReturnType<typeof plan>>[]; open: Contract[] };

/** A backend in the middle of its part, ended by the server or by itself. */
async function killed({ database, random, findings }: World, asOf: string, zone: string): Promise<void> {
  const client = new pg.Client({ connectionString: database.url("coffer_worker") });
  client.on("error", () => undefined);
  await client.connect();
  await client.query("begin");
  await client.query("select desk.worker_accrual_chunk(p_as_of => $1, p_timezone => $2)", [asOf, zone]);
  if (random.chance(70)) await client.query("select pg_terminate_backend(pg_backend_pid())").catch(() => undefined);
  else await client.query("rollback");
  await client.end().catch(() => undefined);
  findings.fault("worker killed in a part");
}

async function accrue(world: World, asOf: string, zone: string): Promise<void> {
  const { desk, random, findings } = world;
  const style = random.pick(["plain", "plain", "two workers", "killed", "twice"]) ?? "plain";
  const drain = async () => { while ((await desk.job("worker_accrual_chunk", { as_of: asOf, timezone: zone })).claimed); };
  for (let turn = 0; turn < 50; turn += 1) {
    const run = await desk.job("worker_accrual_begin", { as_of: asOf, timezone: zone });
    if (run.as_of === asOf && run.state === "finished") break;
    if (style === "killed" && turn === 0) await killed(world, run.as_of, zone);
    const one = async () => { while ((await desk.job("worker_accrual_chunk", { as_of: run.as_of, timezone: zone })).claimed); };
    await (style === "two workers" ? Promise.all([one(), one()]) : one());
  }
  if (style === "twice") {
    const again = await desk.job("worker_accrual_begin", { as_of: asOf, timezone: zone });
    findings.check("a finished day again is nothing", again.chunks === 0, () => `${zone} ${asOf}: ${JSON.stringify(again)}`);
    await drain();
    findings.fault("run twice");
  }
  findings.operation("accrual run", style);
}

async function sign(world: World, now: number): Promise<void> {
  const { desk, random, findings } = world;
  const terms = random.pick(world.plans);
  if (!terms) return;
  const amount = BigInt(100 + random.int(random.chance(50) ? 5_000 : 3_000_000));
  const on = dateIn(terms.timezone, now);
  const [row] = await desk.sql<{ id: string; start: string; end: string; days: number; total: string }>(
    `select i.id::text, i.start_on::text as start, i.end_on::text as "end", i.days, i.total::text from invest.plans p, invest.plan_versions v,
       invest.open($1, p, v, 'DEPOSIT', $2, core.business_date(core.business_now(), p.timezone), 0, core.business_now()) i where p.id = $3 and v.id = $4`, [random.pick(world.members), String(amount), terms.id, terms.version]);
  const end = endOf(on, terms.duration, terms.unit);
  const days = daysBetween(on, end);
  findings.answer("contract", "a contract has the terms of an independent calendar", row?.start === on && row.end === end && row.days === days && row.total === String(cumulative(amount, terms.rate, days)), () => `${terms.timezone} at ${new Date(now).toISOString()}: ${JSON.stringify(row)}, expected ${on}…${end}`);
  if (row) world.open.push({ id: row.id, zone: terms.timezone, amount, rate: terms.rate, start: on, end, days });
}

/** Every day of a contract: there once, of the closed form, with its own date. */
async function compare({ desk, findings }: World, { id, zone, amount, rate, start, end, days }: Contract, now: number): Promise<void> {
  const rows = await desk.sql<{ k: number; amount: string; on: string | null }>(
    `select a.k, a.amount::text, coalesce(j.value_on, i.value_on)::text as on from invest.accruals a left join treasury.items i on i.journal_kind = 'accrual' and i.source_order = a.investment_id and i.k = a.k
       left join ledger.journals j on j.id = coalesce(a.journal_id, i.journal_id) where a.investment_id = $1 order by a.k`, [id]);
  const due = Math.min(days, daysBetween(start, dateIn(zone, now)));
  findings.check("no day is missed and none is double", rows.length === due, () => `${id} in ${zone} from ${start}: ${rows.length} of ${due}`);
  for (const [n, row] of rows.entries()) {
    const expected = credit(amount, rate, n + 1);
    findings.answer("accrual", "a day earns the closed form on its own date", row.k === n + 1 && row.amount === String(expected) && row.on === (expected === 0n ? null : addDays(start, n + 1)), () => `${id} day ${n + 1}: ${JSON.stringify(row)}, expected ${expected}`);
  }
  const [state] = await desk.sql<{ state: string; returned: string }>(
    "select i.state, (select coalesce(-sum(l.amount), 0)::text from ledger.lines l join ledger.journals j on j.id = l.journal_id where j.kind = 'maturity' and j.value_on = i.end_on and l.account_id = i.deposit_account_id and l.source_id = i.id) as returned from invest.investments i where i.id = $1", [id]);
  const ended = dateIn(zone, now) >= end;
  findings.answer("maturity", "principal returns once, on its day", state?.state === (ended ? "matured" : "active") && state.returned === (ended ? String(amount) : "0"), () => `${id}: ${JSON.stringify(state)}`);
}

async function step(world: World, now: number): Promise<void> {
  const { desk, findings } = world;
  await desk.clock(new Date(now).toISOString());
  const { due } = await desk.job("worker_accrual_due");
  const found = (due as { as_of: string; timezone: string }[]).map(({ as_of, timezone }) => `${timezone} ${as_of}`).sort();
  const active = world.open.filter(({ zone, start }) => start < dateIn(zone, now));
  const possible = new Set(active.map(({ zone }) => `${zone} ${dateIn(zone, now)}`));
  findings.answer("due", "what is due is somewhere's today", found.every((one) => possible.has(one)), () => `${new Date(now).toISOString()}: ${found.join(", ")} of ${[...possible].join(", ")}`);
  for (const { as_of, timezone } of due as { as_of: string; timezone: string }[]) await accrue(world, as_of, timezone);
  const over = world.open.filter(({ zone, end }) => dateIn(zone, now) >= end);
  world.open = world.open.filter((contract) => !over.includes(contract));
  for (const contract of over) await compare(world, contract, now);
}

export const time: Suite = {
  name: "time", rows: "11",
  async run(ground, { seed, seconds }, findings) {
    const database = await ground.database();
    const desk = await openDesk(database, 4);
    try {
      const random = randomFrom(seed);
      await desk.set({ rail_percent: "0" });
      const world: World = { desk, database, random, findings, members: [], plans: [], open: [] };
      for (let n = 0; n < 12; n += 1) world.members.push(await investor(desk));
      for (const timezone of zones) for (const one of terms) world.plans.push(await plan(desk, { ...one, timezone }));
      await fund(desk, 100_000_000_000n);
      const begun = performance.now();
      const first = Date.parse("2027-02-26T06:00:00Z");
      const last = first + Math.round(years * 365.2425) * dayMs;
      let [now, steps] = [first, 0];
      while (now < last) {
        // As small a step as the time allows: some days are met at midnight, some are missed.
        const used = (performance.now() - begun) / 1_000;
        const stepsLeft = Math.max(1, (Math.max(seconds - used, 0.5) * Math.max(steps, 1)) / Math.max(used, 0.5));
        const usual = Math.max(0.4, (last - now) / dayMs / stepsLeft);
        const leap = Math.ceil(usual * 2 * dayMs * ((1 + random.int(1_000)) / 1_000));
        now = Math.min(last, random.chance(30) ? midnight(random.pick(zones) ?? "UTC", now + leap) + (random.chance(50) ? -60_000 : 60_000) : now + leap);
        await step(world, now);
        if (world.open.length < 25 && random.chance(60)) await sign(world, now);
        steps += 1;
      }
      for (const contract of world.open) await compare(world, contract, now);
      for (const { law, object } of await desk.sql<{ law: string; object: string }>("select law, object from ledger.verify()")) findings.violation(`${law}: ${object}`);
      Object.assign(findings.facts, { years, steps, zones });
    } finally {
      await desk.close();
      await database.drop();
    }
  },
};

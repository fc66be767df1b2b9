/**
 * Rows 4 and 14: a server, a worker and clients that play the web, under load, killed with −9 one after the other. What was acknowledged is
 * there once; what was not is asked again with its key, and is then there once or not at all.
 */
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { openDesk, type Desk } from "../../sql/tests/support/builders";
import type { TestDatabase } from "../../sql/tests/support/database";
import { startSmtpServer } from "../../worker/tests/support/smtp-server";
import { startWorkerProcess } from "../../worker/tests/support/worker-process";
import { unpaid, violations } from "../hammer/check";
import { compareMembers } from "../hammer/model";
import { randomFrom } from "../hammer/random";
import { buildWorld, type World } from "../hammer/world";
import { hadEffect, type Findings } from "./findings";
import { rest, wordFor } from "./hammer";
import type { Entry, LogReader } from "./kills/log";
import { buildPrograms, killBackend, killServer, programs, startClient, untilAnswered, type ClientProcess } from "./kills/stack";
import type { Server, Suite } from "./suite";

const clientCount = 2;
const patienceMs = 120_000;
/** Then the world is brought to rest, compared and left for a new one: what days accrue and mails tell grows with its age. */
const worldSeconds = 240;
type Victim = "backend" | "client" | "worker" | "server";
/** Backends and clients are cheap to lose; every fifth is the worker or the whole server. */
const deck: readonly Victim[] = [...Array<Victim>(9).fill("backend"), ...Array<Victim>(7).fill("client"), ...Array<Victim>(2).fill("worker"), ...Array<Victim>(2).fill("server")];

/** Repeats what failed because the database was away. */
async function steady<T>(work: () => Promise<T>): Promise<T> {
  for (const until = performance.now() + patienceMs; ; await sleep(100)) {
    try {
      return await work();
    } catch (error) {
      if (wordFor(error).named || performance.now() > until) throw error;
    }
  }
}

/** A key keeps the whole answer, or the number of the one journal that the answer tells of. */
function isOutcome(outcome: unknown, answer: Entry["answer"]): boolean {
  if (typeof outcome !== "number") return JSON.stringify(outcome) === JSON.stringify(answer);
  return (answer as { movement?: { id: string } } | null)?.movement?.id === `${outcome}-2`;
}

/** Everything that ended since the last look is compared; what ended without an answer is asked again. */
async function settleLogs(desk: Desk, world: World, logs: readonly { log: LogReader; dead: boolean }[], findings: Findings): Promise<void> {
  const answered: Entry[] = [];
  for (const { log, dead } of logs) {
    for (const entry of [...log.news(), ...(dead ? log.open() : [])]) {
      if (entry.end === "refused") findings.operation(entry.name, "refused");
      else if (entry.end === "answered") {
        findings.operation(entry.name, "answered");
        answered.push(entry);
      } else {
        const from = dead ? "client died" : "line lost";
        const result = await steady(() => desk.ask(entry.name, entry.args)).catch((error: unknown) => (wordFor(error).named ? null : Promise.reject(error as Error)));
        entry.end = result === null ? "refused" : "answered";
        entry.answer = result;
        findings.operation(entry.name, result === null ? `${from}, then refused` : `${from}, then answered`);
        if (result === null) {
          const rows = await steady(() => desk.sql("select from ledger.request_keys where key = $1", [entry.key]));
          findings.answer(entry.name, "what is refused when asked again had no effect", rows.length === 0, () => `${entry.name} ${entry.key}`);
        } else answered.push(entry);
      }
    }
  }
  const effective = answered.filter(({ answer }) => hadEffect(answer ?? null));
  type Row = { key: string; outcome: unknown; count: number };
  const rows = await steady(() => desk.sql<Row>("select key::text, min(outcome::text)::jsonb as outcome, count(*)::integer from ledger.request_keys where key = any ($1) group by key", [effective.map(({ key }) => key)]));
  const kept = new Map(rows.map((row) => [row.key, row]));
  for (const { key, name, args, answer } of effective) {
    const row = kept.get(key);
    findings.answer(name, "what was acknowledged is there once, as it was answered", row?.count === 1 && isOutcome(row.outcome, answer), () => `${name} ${key}: ${JSON.stringify(answer)}, kept ${JSON.stringify(row)}`);
    world.acknowledged.push({ name, args, answer: answer ?? {}, by: world.owners.get(String(args.token)) ?? "" });
  }
}

/** Facts of one world are added to those of the worlds before. */
function tell(findings: Findings, facts: Record<string, number>): void {
  for (const [name, count] of Object.entries(facts)) findings.facts[name] = ((findings.facts[name] as number | undefined) ?? 0) + count;
}

async function campaign(server: Server, database: TestDatabase, desk: Desk, dir: string, seed: number, seconds: number, findings: Findings): Promise<void> {
  const random = randomFrom(seed);
  const world = await buildWorld(desk, seed);
  // Codes of this world cannot be opened by the worker: their mails are parked, at once.
  await desk.set({ mail_retry_seconds: "0" });
  await desk.fund("returns", "USD", "900.00", world.methods[0] ?? "", world.operations[0] ?? { token: "" }, world.finance[0] ?? { token: "" });
  const smtp = await startSmtpServer();
  const arrived: string[] = [];
  const collect = () => arrived.push(...smtp.accepted.splice(0).map(({ messageId }) => messageId ?? ""));
  const plan = { members: world.members, finance: world.finance, operations: world.operations, methods: world.methods, plans: world.plans, host: `127.0.0.1:${server.cluster().port}`, database: database.name, log: "", seed: seed * 1_000 };
  let started = 0;
  const start = (): ClientProcess => startClient(plan, dir, (started += 1));
  const clients = Array.from({ length: clientCount }, start);
  let worker = await startWorkerProcess(database, smtp.url, [programs.worker]);
  const gone: LogReader[] = [];
  try {
    await Promise.all(clients.map(({ working }) => working));
    const until = performance.now() + seconds * 1_000;
    let kills = 0;
    while (performance.now() < until || kills < 4) {
      await sleep(400 + random.int(1_200));
      await steady(() => desk.ask("sandbox_clock_move", { by: `${4 + random.int(9)} hours` }));
      await sleep(random.int(300));
      // Every kind is met, however short the run.
      const victim = (["backend", "client", "worker", "server"] as const)[kills] ?? random.pick(deck) ?? "backend";
      const begun = performance.now();
      if (victim === "backend") {
        const doing = await killBackend(database, random).catch(() => null);
        if (doing === null) continue;
        findings.fault(`backend in ${doing}`);
        await untilAnswered(database);
      } else if (victim === "server") {
        await killServer(server, database);
        findings.fault("postmaster");
        await untilAnswered(database);
      } else if (victim === "worker") {
        await worker.kill("SIGKILL");
        findings.fault("worker");
        worker = await startWorkerProcess(database, smtp.url, [programs.worker]);
      } else {
        const at = random.int(clients.length);
        const dying = clients[at];
        if (!dying) continue;
        await dying.kill();
        findings.fault("client");
        await settleLogs(desk, world, [{ log: dying.log, dead: false }, { log: dying.log, dead: true }], findings);
        gone.push(dying.log);
        const next = start();
        clients[at] = next;
        await next.working;
      }
      findings.recovered(victim, performance.now() - begun);
      kills += 1;
      await settleLogs(desk, world, clients.map(({ log }) => ({ log, dead: false })), findings);
      if (kills % 8 === 0) for (const text of await steady(() => violations(desk))) findings.violation(`after ${kills} kills: ${text}`);
      collect();
    }
    for (const client of clients) await client.kill();
    await settleLogs(desk, world, clients.flatMap(({ log }) => [{ log, dead: false }, { log, dead: true }]), findings);
    tell(findings, { worlds: 1, kills, clients_started: started });

    // The worker alone brings everything to rest.
    const waiting = async () => (await steady(() => desk.sql<{ mails: string; jobs: string }>("select (select count(*) from outbox.mails where state <> 'sent') as mails, (select count(*) from graphile_worker.jobs) as jobs"))).map(({ mails, jobs }) => `${mails} ${jobs}`).join();
    // A slow machine has a longer way to rest; what does not move for two minutes is stuck.
    let patience = performance.now() + patienceMs;
    for (let last = ""; (await steady(() => desk.ask("sandbox_clock"))).idle !== true && performance.now() < patience; await sleep(500)) {
      const now = await waiting();
      if (now !== last) patience = performance.now() + patienceMs;
      last = now;
    }
    const stuck = await desk.sql("select task_identifier, attempts, run_at, locked_by, left(last_error, 200) as error from graphile_worker.jobs order by run_at limit 3");
    findings.check("no job is stuck", (await desk.ask("sandbox_clock")).idle === true, () => `work waited two minutes without anything of it being done: ${JSON.stringify(stuck)}; the worker says ${worker.log().slice(-700)}`);
    while ((await desk.sql("select from graphile_worker.jobs where run_at <= now()")).length > 0 && performance.now() < patience) await sleep(200);
    await worker.kill("SIGTERM");
    collect();
    await rest(desk);
    await compareMembers(desk, world, findings);
    for (const text of [...(await violations(desk)), ...(await unpaid(desk))]) findings.violation(text);
    const mails = await desk.sql<{ id: string; state: string; error: string | null }>("select id::text, state, error from outbox.mails where template not in ('login_code', 'step_up_code')");
    const seen = arrived.map((id) => /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(id)?.[0] ?? "");
    const unique = new Set(seen);
    for (const { id, state, error } of mails) findings.check("no mail is lost", state === "sent" && unique.has(id), () => `${id} is ${state}, ${error ?? "no error"}`);
    tell(findings, { mails: mails.length, mail_copies: seen.length - unique.size });
  } finally {
    await Promise.all(clients.map((client) => client.kill()));
    await worker.kill("SIGKILL");
    await smtp.close();
  }
}

export const kills: Suite = {
  name: "kills", rows: "4, 14, 15",
  async run(ground, { seed, seconds }, findings) {
    await buildPrograms();
    const server = await ground.server();
    const until = performance.now() + seconds * 1_000;
    for (let worlds = 0; worlds === 0 || performance.now() < until; worlds += 1) {
      const database = await server.database();
      const desk = await openDesk(database, 4);
      const dir = mkdtempSync(path.join(os.tmpdir(), "coffer-kills-"));
      try {
        await campaign(server, database, desk, dir, seed + worlds, Math.min(worldSeconds, (until - performance.now()) / 1_000), findings);
      } finally {
        await desk.close();
        await database.drop();
        rmSync(dir, { recursive: true, force: true });
      }
    }
  },
};

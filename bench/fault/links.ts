/**
 * Row 7, an unknown commit resolves: every command of the money path goes over a line that breaks around its commit. Whoever lost the line
 * asks again with the same key, over lines that may break again, and what then stands is one effect of each.
 */
import type { Socket } from "node:net";

import pg from "pg";

import { openDesk, type Desk } from "../../sql/tests/support/builders";
import type { TestDatabase } from "../../sql/tests/support/database";
import { unpaid, violations } from "../hammer/check";
import { compareMembers } from "../hammer/model";
import { mix } from "../hammer/operations";
import { randomFrom, type Random } from "../hammer/random";
import { buildWorld, type Client } from "../hammer/world";
import { hadEffect, type Findings } from "./findings";
import { rest, step } from "./hammer";
import { breaks, startProxy, type Break, type Proxy } from "./links/proxy";
import { untilOver, type Suite } from "./suite";

const clients = 12;
const money = ["deposit", "decide", "invest", "transfer", "withdraw", "cancel", "send", "close", "fund", "bank_transfer", "cancel_request", "treasury_return", "accrue", "settle"];
const deck = mix.filter(([name]) => money.includes(name)).flatMap(([name, weight]) => Array.from({ length: weight }, () => name));

type Answer = Awaited<ReturnType<Desk["ask"]>>;
type Attempt = { lost: false; answer: Answer } | { lost: true; committed: boolean | null };

/** One call over one line, which breaks or not; a refusal is thrown. */
async function overLine(database: TestDatabase, proxy: Proxy, name: string, args: Record<string, unknown>, how: Break | null, explicit: boolean): Promise<Attempt> {
  const url = new URL(database.url("coffer_web"));
  url.port = String(proxy.port);
  const client = new pg.Client({ connectionString: url.href });
  client.on("error", () => undefined);
  await client.connect();
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  const line = proxy.lineOf(stream.localPort ?? 0);
  try {
    if (explicit) await client.query("begin");
    if (how !== null) line.arm(how);
    const names = Object.keys(args);
    const { rows } = await client.query<{ answer: Answer }>(`select desk.${name}(${names.map((key, n) => `p_${key} => $${n + 1}`).join(", ")}) as answer`, names.map((key) => args[key]));
    if (explicit) await client.query("commit");
    return { lost: false, answer: rows[0]?.answer ?? {} };
  } catch (error) {
    const { code = "" } = error as { code?: string };
    if (/^[0-9A-Z]{5}$/.test(code) && !code.startsWith("08") && !code.startsWith("57P")) throw error;
    return { lost: true, committed: line.committed };
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The desk as somebody sees it whose lines break: commands with a key are repeated until they are answered. */
export function unsteady(desk: Desk, database: TestDatabase, proxy: Proxy, random: Random, findings: Findings): Desk {
  const ask = async (name: string, args: Record<string, unknown> = {}): Promise<Answer> => {
    if (args.key === undefined) return desk.ask(name, args);
    let known: boolean | null = null;
    let cuts = 0;
    for (let attempt = 0; attempt < 20; attempt += 1) {
      const how = random.chance(attempt === 0 ? 60 : 30) ? (random.pick(breaks) ?? null) : null;
      const explicit = random.chance(30);
      const begun = performance.now();
      try {
        const result = await overLine(database, proxy, name, args, how, explicit);
        if (!result.lost) {
          if (cuts > 0) {
            findings.recovered("until answered again", performance.now() - begun);
            if (hadEffect(result.answer)) findings.answer(name, "what was committed is answered, with the same again", JSON.stringify(result.answer) === JSON.stringify(await desk.ask(name, args)), () => `${name} ${JSON.stringify(result.answer)}`);
          }
          return result.answer;
        }
        cuts += 1;
        findings.fault(how === null ? "cut by itself" : `${how}${explicit ? ", begin and commit" : ", autocommit"}`);
        if (how === null) findings.violation(`${name}: the line broke by itself`);
        known ??= result.committed;
        if (result.committed) known = true;
      } catch (error) {
        // The server had said yes, nobody heard it: then it may not say no.
        findings.check("what was committed is not refused afterwards", known !== true, () => `${name}: ${(error as Error).message}`);
        throw error;
      }
    }
    findings.violation(`${name} was not resolved in twenty attempts`);
    throw new Error("unresolved");
  };
  return { ...desk, ask };
}

export const links: Suite = {
  name: "links", rows: "7",
  async run(ground, { seed, seconds }, findings) {
    const database = await ground.database();
    const desk = await openDesk(database, clients);
    const proxy = await startProxy(Number.parseInt(new URL(database.url("coffer_web")).port, 10));
    try {
      const world = await buildWorld(desk, seed);
      world.desk = unsteady(desk, database, proxy, randomFrom(seed + 1), findings);
      const all: Client[] = Array.from({ length: clients }, (_, n) => ({ world, random: randomFrom(seed * 1_000 + n) }));
      await untilOver(seconds, clients, async (n) => {
        const client = all[n];
        if (client) await step(client, client.random.pick(deck) ?? "transfer", findings);
      });
      await rest(desk);
      await compareMembers(desk, world, findings);
      for (const text of [...(await violations(desk)), ...(await unpaid(desk))]) findings.violation(text);
      findings.facts.cuts = findings.faults;
    } finally {
      await proxy.close();
      await desk.close();
      await database.drop();
    }
  },
};

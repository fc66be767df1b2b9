/**
 * Rows 1, 4 and 7, swept: one fixed scenario of the money path, and the whole server killed at one message of the client after the other:
 * at each part of each command. After each crash the command is asked again with its key and the scenario goes on to the same end.
 */
import pg from "pg";

import { openDesk, type Desk } from "../../sql/tests/support/builders";
import type { TestDatabase } from "../../sql/tests/support/database";
import { randomFrom } from "../hammer/random";
import { killServer, untilAnswered } from "./kills/stack";
import { wordFor } from "./hammer";
import { messagesOfCommand, startProxy } from "./links/proxy";
import { buildCompany } from "./pairs/operations";
import { stateOf } from "./pairs/reset";
import type { Findings } from "./findings";
import type { Server, Suite } from "./suite";

/** In this order each of them is accepted. */
const scenario = ["deposit approved", "withdrawal requested", "withdrawal approved", "withdrawal sent", "withdrawal returned", "invest from deposit", "move", "treasury funded", "second approval", "bank transfer", "accrue", "settle", "fold", "plan version activated"];
type Command = { title: string; role: string; name: string; args: Record<string, unknown> };

async function call(url: string, { name, args }: Command): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    const names = Object.keys(args);
    await client.query(`select desk.${name}(${names.map((key, n) => `p_${key} => $${n + 1}`).join(", ")})`, names.map((key) => args[key]));
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function prepare(server: Server, seed: number): Promise<{ database: TestDatabase; commands: Command[] }> {
  const database = await server.database();
  const desk: Desk = await openDesk(database, 4);
  const operations = await buildCompany(desk, seed);
  await desk.close();
  const commands = scenario.map((title) => {
    const found = operations.find(({ name }) => name === title)?.call("A");
    if (!found) throw new Error(`no operation ${title}`);
    // Each a key of its own: in the pairs one key per seat is enough.
    const key = randomFrom(seed + scenario.indexOf(title)).uuid();
    return { title, ...found, args: found.args.key === undefined ? found.args : { ...found.args, key } };
  });
  return { database, commands };
}

const finalState = async (database: TestDatabase): Promise<string> => {
  const db = new pg.Client({ connectionString: database.url("postgres") });
  await db.connect();
  try {
    // Names that are drawn at random differ between two companies.
    return (await stateOf(db)).map((line) => line.replace(/-[0-9a-f]{6}(?=[@ ,])/g, "")).sort().join("\n");
  } finally {
    await db.end();
  }
};

/** Repeats until it is answered; a job that was done already has nothing left to do. */
async function again(database: TestDatabase, command: Command, findings: Findings): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    try {
      await call(database.url(command.role), command);
      findings.operation(command.title, attempt === 0 ? "answered" : "answered again");
      return;
    } catch (error) {
      if (wordFor(error).named) {
        findings.violation(`${command.title} was refused: ${wordFor(error).word}`);
        return;
      }
      await untilAnswered(database);
    }
  }
  findings.violation(`${command.title} was not resolved`);
}

/** Swept however slow the machine is: one alone would not be a sweep. */
const fewest = 2;

export const crash: Suite = {
  name: "crash", rows: "1, 4, 7",
  async run(ground, { seed, seconds }, findings) {
    const server = await ground.server();
    const proxy = await startProxy(server.cluster().port);
    try {
      const whole = await prepare(server, seed);
      for (const command of whole.commands) await call(whole.database.url(command.role), command);
      const reference = await finalState(whole.database);
      await whole.database.drop();
      const until = performance.now() + seconds * 1_000;
      // Parse, Bind, Describe, Execute and Sync of every command, and the moment its answer is there; which comes first depends on the seed.
      const points = scenario.flatMap((_, command) => Array.from({ length: messagesOfCommand + 1 }, (__, n) => n + 1).map((message) => ({ command, message })));
      const stride = 7;
      let done = 0;
      for (; done < points.length && (done < fewest || performance.now() < until); done += 1) {
        const point = points[((done * stride) + seed) % points.length];
        if (!point) break;
        const { database, commands } = await prepare(server, seed);
        for (const [at, command] of commands.entries()) {
          if (at !== point.command) {
            await again(database, command, findings);
            continue;
          }
          const url = new URL(database.url(command.role));
          url.port = String(proxy.port);
          let begun = 0;
          const reached = proxy.stopAt(point.message).then(() => {
            begun = performance.now();
            return killServer(server, database, true);
          });
          await call(url.href, command).then(() => findings.operation(command.title, "answered before the crash"), () => findings.operation(command.title, "crashed"));
          await reached;
          findings.fault(point.message > messagesOfCommand ? "server killed with the answer under way" : `server killed at message ${point.message} of 5`);
          await untilAnswered(database);
          findings.recovered("server", performance.now() - begun);
          await again(database, command, findings);
        }
        const found = await finalState(database);
        findings.answer("scenario", "the end is the same as without a crash", found === reference, () => `${scenario[point.command] ?? ""} at message ${point.message}: ${found.split("\n").filter((line) => !reference.split("\n").includes(line)).slice(0, 5).join("; ")}`);
        await database.drop();
      }
      Object.assign(findings.facts, { points: points.length, points_swept: done, exhaustive: done === points.length });
    } finally {
      await proxy.close();
    }
  },
};

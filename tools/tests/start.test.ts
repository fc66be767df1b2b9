import { afterAll, expect, test } from "vitest";

import { isAlive, launch, makeHome, parts, postgresPid, processesOf, removeHome, stop, until, untilReady, type Tree } from "./tree";

const home = makeHome();
const port = 4108;
const trees: Tree[] = [];

function start(options: { command?: [string, ...string[]]; env?: Record<string, string> } = {}): Tree {
  const tree = launch({ home, port, ...options });
  trees.push(tree);
  return tree;
}

afterAll(async () => {
  for (const tree of trees) if (tree.child.exitCode === null && tree.child.signalCode === null) await stop(tree);
  // A failed test may have left its orphans: they are ours, by folder.
  for (const { pid } of processesOf(home)) process.kill(pid, "SIGKILL");
  const postgres = postgresPid(home);
  if (postgres !== null && isAlive(postgres)) process.kill(postgres, "SIGQUIT");
  removeHome(home);
});

test("the first start makes everything and says where to go", async () => {
  const tree = start();
  const ms = await untilReady(tree);
  expect((await fetch(`${tree.url}/readyz`)).status).toBe(200);
  expect((await fetch(`${tree.url}/healthz`)).status).toBe(200);
  expect(tree.output()).toContain("ann@demo.coffer.test");
  expect(tree.output()).toContain("/dev/mailbox");
  expect(ms).toBeLessThan(60_000);
});

test("a second start on the same folder refuses with a sentence", async () => {
  const second = launch({ home, port: port + 1 });
  expect(await second.ended).toBe(1);
  expect(second.output()).toContain(`Coffer already runs on the folder ${home}`);
  expect((await fetch(`http://localhost:${port}/readyz`)).status).toBe(200);
});

test("ctrl-C stops web, worker and, last, the database", async () => {
  const tree = trees[0];
  if (!tree) throw new Error("nothing was started");
  const postgres = postgresPid(home);
  expect(await stop(tree)).toBe(0);
  expect(parts(home)).toEqual([]);
  expect(postgres !== null && isAlive(postgres)).toBe(false);
});

test("the next start is quick", async () => {
  const tree = start();
  const ms = await untilReady(tree);
  process.stdout.write(`ready again after ${ms} ms\n`);
  expect(ms).toBeLessThan(15_000);
});

test("after kill -9 of the supervisor its parts go, and the next start adopts the database", async () => {
  const supervisor = processesOf(home).find(({ command }) => command.includes("loader.mjs tools/start.ts"));
  if (!supervisor) throw new Error("no supervisor found");
  const postgres = postgresPid(home);
  process.kill(supervisor.pid, "SIGKILL");
  await until("web and worker are gone", () => parts(home).length === 0);
  expect(postgres !== null && isAlive(postgres)).toBe(true);
  const tree = start();
  await untilReady(tree);
  expect(postgresPid(home)).toBe(postgres);
  expect(await stop(tree)).toBe(0);
});

test("after kill -9 of npm itself the rest ends by itself, and a start right after it waits its turn", async () => {
  const first = start({ command: ["npm", "start"] });
  await untilReady(first);
  first.child.kill("SIGKILL");
  const second = start({ command: ["npm", "start"] });
  await untilReady(second);
  expect((await fetch(`${second.url}/readyz`)).status).toBe(200);
  second.child.kill("SIGTERM");
  await second.ended;
  await until("everything has stopped", () => processesOf(home).length === 0);
});

test("a setting that is wrong stops the start with its name", async () => {
  const tree = start({ env: { SESSION_SECRETS: "short" } });
  expect(await tree.ended).toBe(1);
  expect(tree.output()).toContain("SESSION_SECRETS");
  expect(tree.output()).not.toContain("    at ");
});

test("production does not start on what a demo makes up", async () => {
  const tree = start({ env: { NODE_ENV: "production" } });
  expect(await tree.ended).toBe(1);
  expect(tree.output()).toContain("DATABASE_URL is needed in production");
});

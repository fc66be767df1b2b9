/** From an empty folder to an administrator who is signed in: `npm run setup -- --file`, `npm start`, a code by mail. */
import { writeFileSync } from "node:fs";
import path from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";

import { startSmtpServer, type SmtpServer } from "../../worker/tests/support/smtp-server";

import { isAlive, launch, makeHome, postgresPid, processesOf, removeHome, stop, untilReady, type Tree } from "./tree";

const home = makeHome();
const port = 4118;
const file = path.join(home, "setup.json");
const setup: [string, ...string[]] = [path.join("node_modules", ".bin", "tsx"), "tools/setup.ts"];
let web: Tree | undefined;

/** A company's database is no sandbox, so its mails go out. */
let smtp: SmtpServer;
beforeAll(async () => { smtp = await startSmtpServer(); });

const environment = () => ({ COFFER_DEMO: "0", SMTP_URL: smtp.url });

const good = {
  company: { name: "Harbour", support_email: "help@harbour.example", grievance_officer: "Ida Berg", grievance_email: "ida@harbour.example", timezone: "Europe/Madrid", currency: "EUR" },
  staff: [{ email: "ada@harbour.example", name: "Ada", role: "admin" }, { email: "fin@harbour.example", name: "Fin", role: "finance" }, { email: "gil@harbour.example", name: "Gil", role: "finance" }],
};
async function run(...args: string[]): Promise<{ code: number | null; said: string }> {
  const tree = launch({ home, port, command: [...setup, ...args], env: environment() });
  return { code: await tree.ended, said: tree.output() };
}

afterAll(async () => {
  await smtp.close();
  if (web && web.child.exitCode === null && web.child.signalCode === null) await stop(web);
  for (const { pid } of processesOf(home)) process.kill(pid, "SIGKILL");
  const postgres = postgresPid(home);
  if (postgres !== null && isAlive(postgres)) process.kill(postgres, "SIGQUIT");
  removeHome(home);
});

test("a file that is wrong is refused with every fault, one that is missing with a sentence, and --check makes no database", async () => {
  writeFileSync(file, JSON.stringify({ ...good, company: { ...good.company, name: "", timezone: "Mars" } }));
  const wrong = await run("--file", file);
  expect(wrong).toMatchObject({ code: 1, said: expect.stringMatching(/2 things are wrong.*company\.name: is empty.*company\.timezone: must be/s) as string });
  expect(await run("--file", `${file}.none`)).toMatchObject({ code: 2, said: expect.stringContaining("no such file") as string });
  writeFileSync(file, JSON.stringify(good));
  expect(await run("--file", file, "--check")).toMatchObject({ code: 2, said: expect.stringContaining("no database here yet") as string });
});

test("a good file makes the company, and a second time is refused", async () => {
  const made = await run("--file", file);
  expect(made).toMatchObject({ code: 0, said: expect.stringContaining("Harbour is set up: 3 people") as string });
  expect(made.said).toContain("ada@harbour.example");
  expect(await run("--file", file)).toMatchObject({ code: 1, said: expect.stringContaining("set up already") as string });
});

test("the web starts on it, and the administrator signs in with a code and is led to set up an authenticator", async () => {
  web = launch({ home, port, env: environment() });
  await untilReady(web);
  const { url } = web;
  const jar = new Map<string, string>();
  const go = async (at: string, body?: Record<string, string>): Promise<Response> => {
    const headers: Record<string, string> = { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; "), "user-agent": "Mozilla/5.0", ...(body ? { origin: url, "content-type": "application/x-www-form-urlencoded" } : {}) };
    const answer = await fetch(new URL(at, url), { method: body ? "POST" : "GET", redirect: "manual", headers, body: body ? new URLSearchParams(body).toString() : undefined });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      jar.set(name, value);
    }
    return answer;
  };
  const sent = await go("/login", { email: "ada@harbour.example" });
  expect(sent.status).toBe(302);
  const verified = await go(sent.headers.get("location") ?? "", { code: await mailedCode() });
  expect(verified.status).toBe(302);
  // The second step of staff: without an authenticator, setting one up.
  let next = verified.headers.get("location") ?? "";
  let page = await go(next);
  for (let hops = 0; hops < 5 && page.status === 302; hops += 1) page = await go((next = page.headers.get("location") ?? ""));
  expect(page.status).toBe(200);
  expect(new URL(next, url).pathname).toMatch(/^\/(login\/staff|login\/authenticator|admin\/security)/);
});

async function mailedCode(): Promise<string> {
  for (let tries = 0; tries < 300; tries += 1) {
    const code = /\b(\d{6})\b/.exec(smtp.accepted.find(({ to }) => to?.some(({ address }) => address === "ada@harbour.example"))?.text ?? "")?.[1];
    if (code !== undefined) return code;
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
  throw new Error("no code was mailed");
}

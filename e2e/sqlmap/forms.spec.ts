/**
 * Row 25, the long form: Debian's sqlmap on every form, on what every page reads of its query, and on the last part of every path that names a thing, with the
 * sessions of those who see it.
 *
 *   apt-get install sqlmap && SQLMAP=1 SQLMAP_VERDICTS=docs/reports/sqlmap.jsonl npx playwright test --project sqlmap --no-deps
 *
 * Verdicts are kept as they come, and a run goes on from those that are there.
 */
import { spawn, spawnSync } from "node:child_process";
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { baseURL, ownAddress } from "../support/address";
import { encoded } from "../support/hostile-bodies";
import { liftPostLimit, runsHome } from "../support/owner";
import { addressOf } from "../support/page-address";
import { formsOf, pressed, nameOf } from "../support/page-forms";
import { pages } from "../support/pages";
import { queryNamesOf } from "../support/queries";
import { isStaff, sessionOf, signEverybodyIn, type SignedIn } from "../support/sessions";
import { expect, test } from "../support/test";
import { Visitor } from "../support/visitor";

const program = process.env.SQLMAP_PATH ?? "sqlmap";
const level = process.env.SQLMAP_LEVEL ?? "1";
const kept = process.env.SQLMAP_VERDICTS;

/** Without `names` the place is marked in the address itself. */
type Asked = { what: string; as: SignedIn | undefined; url: string; body: string | null; names: string[] };
type Verdict = { what: string; parameters: number; verdict: "not injectable" };

/** What was answered before, by name. */
function verdictsKept(): Map<string, Verdict> {
  const lines = kept !== undefined && existsSync(kept) ? readFileSync(kept, "utf8").split("\n").filter(Boolean) : [];
  return new Map(lines.map((line) => JSON.parse(line) as Verdict).map((verdict) => [verdict.what, verdict]));
}

/** What a page reads of its query: by its source, by the fields of its GET forms, and by its links to itself. */
function namesRead(route: string, address: string, html: string): string[] {
  const here = address.replace(/\?.*/, "");
  const forms = formsOf(html, address).filter(({ method, path: to }) => method === "get" && to.replace(/\?.*/, "") === here);
  const links = [...html.matchAll(/href="([^"#]*\?[^"#]*)"/g)].map(([, href = ""]) => new URL(href.replaceAll("&amp;", "&"), `http://local.invalid${address}`)).filter(({ pathname }) => pathname === here);
  return [...new Set([...queryNamesOf(route), ...forms.flatMap(({ fields }) => fields.map(({ name }) => name)), ...links.flatMap(({ searchParams }) => [...searchParams.keys()])])].sort();
}

test.describe.configure({ mode: "default" });

test.beforeAll(async () => {
  const { error } = spawnSync(program, ["--version"]);
  if (error) throw new Error(`${program} cannot be run (${error.message}): install it, e.g. apt-get install sqlmap, or name it in SQLMAP_PATH`);
  if (runsHome === "") throw new Error("needs an application that this run has started: sqlmap sends more than the limits of a session allow");
  await liftPostLimit();
});

async function everything(): Promise<Asked[]> {
  const asked: Asked[] = [];
  const seen = new Set<string>();
  const visitors = new Map<string, Visitor>();
  for (const [route, entry] of Object.entries(pages)) {
    if (entry.before || route === "$.tsx") continue;
    const who = entry.as ?? "nobody";
    const visitor = visitors.get(who) ?? (await Visitor.arrive(entry.as ? sessionOf(entry.as) : undefined));
    visitors.set(who, visitor);
    const address = await addressOf(entry, visitor);
    const html = await (await visitor.get(address)).text();
    const place = address.replace(/\?.*/, "");
    const names = namesRead(route, address, html);
    if (names.length > 0) asked.push({ what: `${route} by its query`, as: entry.as, url: `${place}?${encoded(names.map((name): [string, string] => [name, "1"]))}`, body: null, names });
    if (/\$\w+(?:\.\w+)?\.tsx$/.test(route)) asked.push({ what: `${route} by its path`, as: entry.as, url: `${place}*`, body: null, names: [] });
    for (const form of formsOf(html, address)) {
      const values = pressed(form);
      // The one button that has nothing to inject into ends the session of all the others.
      if (form.method !== "post" || Object.keys(values).length === 0 || seen.has(nameOf(form))) continue;
      seen.add(nameOf(form));
      asked.push({ what: nameOf(form), as: entry.as, url: form.path, body: encoded(Object.entries(values)), names: Object.keys(values) });
    }
  }
  await Promise.all([...visitors.values()].map((visitor) => visitor.leave()));
  return asked;
}

const isFinding = (said: string): boolean => /identified the following injection point|is vulnerable|appears to be .*injectable/.test(said);

/** What it says at the end. Its own words for a finding are few and have not changed in years. */
function attack({ as, url, body, names }: Asked, folder: string): Promise<string> {
  const cookie = as ? sessionOf(as).cookies.map(({ name, value }) => `${name}=${value}`).join("; ") : "";
  const args = [
    "-u", `${baseURL}${url}`, ...(body === null ? [] : ["--data", body]), ...(names.length > 0 ? ["-p", names.join(",")] : []), "--dbms", "PostgreSQL", "--level", level, "--batch", "--flush-session", "--drop-set-cookie", "--disable-coloring", "--threads", "2",
    "--ignore-code", "*", "--output-dir", folder, "--headers", `Origin: ${baseURL}\nX-Forwarded-For: ${ownAddress()}`, ...(cookie === "" ? [] : ["--cookie", cookie]),
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (part: Buffer) => (said += part.toString()));
    child.on("error", reject);
    child.on("close", () => resolve(said));
  });
}

/** Somebody who was signed out on the way would have had nothing but the way to the login: such a form was not asked. Brings everybody back in. */
async function isStillIn(as: SignedIn | undefined): Promise<boolean> {
  if (as === undefined) return true;
  const visitor = await Visitor.arrive(sessionOf(as));
  const status = (await visitor.get(isStaff(as) ? "/admin" : "/home")).status();
  await visitor.leave();
  if (status !== 200) await signEverybodyIn();
  return status === 200;
}

test("nothing is injectable", async () => {
  test.setTimeout(12 * 3_600_000);
  const folder = mkdtempSync(path.join(tmpdir(), "coffer-sqlmap-"));
  const all = await everything();
  expect(all.length).toBeGreaterThan(100);
  const before = verdictsKept();
  const findings: string[] = [];
  const unasked: string[] = [];
  let parameters = 0;
  for (const [at, one] of all.entries()) {
    const known = before.get(one.what);
    if (known) {
      parameters += known.parameters;
      continue;
    }
    const first = await attack(one, folder);
    // It measures times: on a machine that was busy for a moment it may find what is not there, and what is there it finds again.
    const said = isFinding(first) ? await attack(one, folder) : first;
    if (!(await isStillIn(one.as))) unasked.push(`${one.what}: the session ended`);
    else if (isFinding(said)) findings.push(`${one.what}: ${said.split("\n").filter((line) => /Parameter:|Payload:|injectable|vulnerable/.test(line)).join("; ").slice(0, 400)}`);
    else if (/do not appear to be injectable/.test(said)) {
      const verdict: Verdict = { what: one.what, parameters: Math.max(one.names.length, 1), verdict: "not injectable" };
      parameters += verdict.parameters;
      if (kept !== undefined) appendFileSync(kept, `${JSON.stringify(verdict)}\n`);
    } else unasked.push(`${one.what}: ${said.trim().split("\n").slice(-3).join(" | ").slice(0, 300)}`);
    process.stdout.write(`sqlmap ${at + 1}/${all.length} ${one.what.slice(0, 80)}: findings ${findings.length}, not asked ${unasked.length}\n`);
  }
  rmSync(folder, { recursive: true, force: true });
  process.stdout.write(`sqlmap: requests ${all.length}, parameters ${parameters}, findings ${findings.length}, not asked ${unasked.length}\n`);
  expect(findings).toEqual([]);
  expect(unasked).toEqual([]);
});

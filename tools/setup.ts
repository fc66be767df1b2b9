/**
 * `npm run setup` sets up a company on an empty database: its name and rules, the first people, how deposits come (docs/setup.md).
 *
 *   --file FILE   answers as JSON instead of questions; - reads them from the standard input
 *   --check       only says what would be made, or everything that is wrong; changes nothing
 *
 * Exit code: 0 done (or nothing wrong), 1 refused or something is wrong, and nothing was changed, 2 it could not be tried.
 */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";

import { openDatabase, prepareDatabase } from "./database";
import { readSettings } from "./settings";
import { applySetup, type Made } from "./setup/apply";
import { askSetup, Ended } from "./setup/questions";
import { readSetup, type Fault, type Setup } from "./setup/shape";

const say = (text: string) => void process.stdout.write(`${text}\n`);
const complain = (text: string) => void process.stderr.write(`${text}\n`);

function told(faults: readonly Fault[]): number {
  complain(`${faults.length === 1 ? "One thing is" : `${faults.length} things are`} wrong; nothing was changed:`);
  for (const { path: at, message } of faults) complain(`  ${at}: ${message}`);
  return 1;
}

function fromFile(file: string): ReturnType<typeof readSetup> {
  if (file !== "-" && !existsSync(file)) throw new Error(`--file ${file}: there is no such file`);
  try {
    return readSetup(JSON.parse(readFileSync(file === "-" ? 0 : file, "utf8")));
  } catch (error) {
    if (error instanceof SyntaxError) return { faults: [{ path: "file", message: `is no JSON: ${error.message}` }] };
    throw error;
  }
}

async function onDatabase(setup: Setup, only: "check" | "write"): Promise<{ made: Made; address: string }> {
  const { environment, passwords, superuserPassword } = readSettings();
  if (only === "check" && !environment.DATABASE_URL && !existsSync(path.join(environment.COFFER_HOME, "postgres"))) throw new Error("there is no database here yet; without --check it is made");
  const database = await openDatabase(environment, passwords, superuserPassword);
  try {
    if (only === "write") await prepareDatabase(database, passwords, false);
    return { made: await applySetup(database.adminUrl, setup, only), address: environment.PUBLIC_URL };
  } finally {
    await database.stop();
  }
}

function done({ staff, methods, settings }: Made, setup: Setup, address: string): void {
  const admin = setup.staff.find(({ role }) => role === "admin");
  say(`${setup.company.name} is set up: ${staff} people, ${methods} ways to deposit, ${settings} settings.`);
  say("\nWhat to do next");
  say("  1. Start the web and the worker. Outside production say COFFER_DEMO=0, or the clock becomes a demonstration's.");
  say(`  2. ${admin?.name ?? "The administrator"} signs in at ${address}/login as ${admin?.email ?? ""}: a code comes by mail, then an authenticator is set up.`);
  say("  3. The other people do the same. Operations draft the first plan, finance approve it.");
  if (methods === 0) say("  4. A way to deposit is opened at /admin/methods.");
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { file: { type: "string" }, check: { type: "boolean", default: false } } });
  if (values.check && values.file === undefined) throw new Error("--check needs --file: questions check each answer as it is given");
  const read = values.file === undefined ? null : fromFile(values.file);
  if (read && "faults" in read) return told(read.faults);
  const setup = read?.setup ?? (await askSetup(process.stdin, process.stdout));
  if (setup === null) {
    say("Nothing was changed.");
    return 1;
  }
  const { made, address } = await onDatabase(setup, values.check ? "check" : "write");
  if (made.refused !== null) {
    complain(`Nothing was changed: ${made.refused}.`);
    return 1;
  }
  if (made.faults.length > 0) return told(made.faults);
  if (values.check) say(`Nothing is wrong: ${made.staff} people, ${made.methods} ways to deposit, ${made.settings} settings would be written.`);
  else done(made, setup, address);
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  complain(error instanceof Ended ? error.message : `It could not be set up: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}

/**
 * `npm test`: everything, in one command. Each check runs even if one before it failed; the last line is the sum, and the
 * exit code says whether all of it passed.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { findChromium } from "./chromium";
import { playwrightFailures, vitestFailures } from "./failures";

type Count = { passed: number; failed: number };

/** Every failed test, named again at the end. */
const failures: string[] = [];

const bin = (name: string) => path.join("node_modules", ".bin", name);
const reports = mkdtempSync(path.join(tmpdir(), "coffer-reports-"));

function run(command: string, args: string[], extraEnv: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, ...extraEnv } });
    child.on("error", () => resolve(1));
    child.on("close", (code) => resolve(code ?? 1));
  });
}

/** A run that ends badly without a failed test (a file that does not load, a server that does not start, an error that nothing waited for) is a failure too. */
function withExit(name: string, count: Count, code: number): Count {
  if (code === 0 || count.failed > 0) return count;
  failures.push(`${name}: ended with ${code} though no test failed; its own output says why`);
  return { ...count, failed: 1 };
}

function readReport(file: string): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
  } catch {
    return {};
  }
}

const number = (value: unknown): number => (typeof value === "number" ? value : 0);

async function single(command: string, args: string[]): Promise<Count> {
  return (await run(command, args)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function vitest(project: string): Promise<Count> {
  const file = path.join(reports, `${project}.json`);
  const code = await run(bin("vitest"), ["run", "--project", project, "--passWithNoTests", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`]);
  const report = readReport(file);
  failures.push(...vitestFailures(report));
  return withExit(project, { passed: number(report.numPassedTests), failed: number(report.numFailedTests) }, code);
}

async function stories(): Promise<Count> {
  const files = readdirSync("stories").filter((name) => name.endsWith(".json")).map((name) => path.join("stories", name));
  return single(bin("tsx"), ["stories/run.ts", ...files]);
}

async function endToEnd(): Promise<Count> {
  const chromium = findChromium();
  if (!chromium) {
    process.stderr.write("No Chromium found and none could be installed; set CHROMIUM_PATH.\n");
    return { passed: 0, failed: 1 };
  }
  process.stdout.write(`Chromium: ${chromium.path} (${chromium.origin})\n`);
  const file = path.join(reports, "e2e.json");
  const code = await run(bin("playwright"), ["test", "--reporter=list,json"], { PLAYWRIGHT_JSON_OUTPUT_FILE: file, PLAYWRIGHT_JSON_OUTPUT_NAME: file, CHROMIUM_PATH: chromium.path });
  const report = readReport(file);
  failures.push(...playwrightFailures(report));
  const stats = (report.stats ?? {}) as Record<string, unknown>;
  return withExit("end-to-end", { passed: number(stats.expected), failed: number(stats.unexpected) + number(stats.flaky) }, code);
}

type Check = { name: string; run: () => Promise<Count>; needs?: string };

const checks: Check[] = [
  { name: "types", run: () => single(bin("tsc"), ["--noEmit"]) },
  { name: "lint", run: () => single(bin("eslint"), [".", "--max-warnings", "0"]) },
  { name: "build", run: () => single(bin("tsx"), ["tools/build.ts"]) },
  { name: "unit tests", run: () => vitest("unit") },
  { name: "database tests", run: () => vitest("sql") },
  { name: "stories", run: stories, needs: "stories/run.ts" },
  { name: "process tests", run: () => vitest("process") },
  { name: "end-to-end tests", run: endToEnd, needs: "e2e" },
];

const wanted = process.argv.slice(2);
const lines: string[] = [];
const sum: Count = { passed: 0, failed: 0 };
for (const check of checks) {
  if (wanted.length > 0 && !wanted.some((word) => check.name.startsWith(word))) continue;
  const started = Date.now();
  process.stdout.write(`\n── ${check.name}\n`);
  const count = check.needs && !existsSync(check.needs) ? { passed: 0, failed: 1 } : await check.run();
  sum.passed += count.passed;
  sum.failed += count.failed;
  lines.push(`${check.name.padEnd(18)} ${String(count.passed).padStart(5)} passed ${String(count.failed).padStart(4)} failed ${((Date.now() - started) / 1000).toFixed(1).padStart(7)} s`);
}
rmSync(reports, { recursive: true, force: true });
if (failures.length > 0) process.stdout.write(`\n── failed\n${failures.join("\n")}\n`);
process.stdout.write(`\n${lines.join("\n")}\n\n${sum.passed} passed, ${sum.failed} failed\n`);
process.exitCode = sum.failed === 0 ? 0 : 1;

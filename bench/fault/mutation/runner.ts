/** Runs files of the test suite against a template of our choosing, in one vitest that stays: what has been compiled once is not again. */
import { rmSync } from "node:fs";
import { PassThrough, Writable } from "node:stream";

import type { TestSpecification, Vitest } from "vitest/node";

import { addressFile } from "../../../sql/tests/support/database";

export type Outcome = {
  /** "loads not": the file failed before or outside its first test, so nothing was noticed by a law */
  word: "passed" | "failed" | "loads not";
  /** the first failing test and what it said */
  by: string | null;
  seconds: number;
};

export type Runner = { files: readonly string[]; run(file: string, template: string, keep?: boolean): Promise<Outcome>; close(): Promise<void> };

const firstLine = (text: string): string => text.split("\n")[0]?.slice(0, 300) ?? "";

/** The run's cluster must have been published under COFFER_TEST_RUN before. */
export async function openRunner(root: string, template: string): Promise<Runner> {
  process.env.COFFER_TEST_TEMPLATE = template;
  // Loaded late: the rest of `npm run fault` does without it.
  const { createVitest } = await import("vitest/node");
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const vitest: Vitest = await createVitest("test", { root, project: ["sql"], watch: false, bail: 1, maxWorkers: 1, fileParallelism: false, reporters: [{}], silent: true, passWithNoTests: true }, {}, { stdout: silent, stderr: silent, stdin: new PassThrough() as unknown as NodeJS.ReadStream });
  await vitest.init();
  const specifications = new Map<string, TestSpecification>();
  for (const specification of await vitest.globTestSpecifications()) specifications.set(specification.moduleId.slice(root.length + 1), specification);

  return {
    files: [...specifications.keys()].sort(),
    async run(file, of, keep = false) {
      const specification = specifications.get(file);
      if (!specification) throw new Error(`${file} is no test file of the project sql`);
      process.env.COFFER_TEST_TEMPLATE = of;
      if (keep) process.env.COFFER_TEST_KEEP = "1";
      else delete process.env.COFFER_TEST_KEEP;
      const begun = performance.now();
      vitest.state.errorsSet.clear();
      const { testModules, unhandledErrors } = await vitest.runTestSpecifications([specification], false);
      const seconds = (performance.now() - begun) / 1_000;
      // The answer holds every file that this vitest has ever run.
      const module = testModules.find(({ moduleId }) => moduleId === specification.moduleId);
      if (!module) throw new Error(`${file} answered nothing: ${unhandledErrors.map(String).join(", ")}`);
      const failed = [...module.children.allTests()].find((test) => test.result().state === "failed");
      if (failed) return { word: "failed", by: `${failed.fullName}: ${firstLine(failed.result().errors?.[0]?.message ?? "")}`, seconds };
      if (module.ok() && unhandledErrors.length === 0) return { word: "passed", by: null, seconds };
      const [error] = [...module.errors(), ...[...module.children.allSuites()].flatMap((suite) => suite.errors())];
      return { word: "loads not", by: firstLine(error?.message ?? String(unhandledErrors[0] ?? "")), seconds };
    },
    async close() {
      await vitest.close();
      delete process.env.COFFER_TEST_TEMPLATE;
      delete process.env.COFFER_TEST_KEEP;
      rmSync(addressFile(), { force: true });
    },
  };
}

/** Runs files of the test suite against a template of our choosing, in one vitest that stays: what has been compiled once is not again. */
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { PassThrough, Writable } from "node:stream";

import { addressFile, publishCluster } from "../../../sql/tests/support/database";

export type Outcome = {
  /** "loads not": the file failed before or outside its first test, so nothing was noticed by a law */
  word: "passed" | "failed" | "loads not";
  /** the first failing test and what it said */
  by: string | null;
  seconds: number;
};

export type Runner = { files: readonly string[]; run(file: string, template: string, keep?: boolean): Promise<Outcome>; close(): Promise<void> };

const firstLine = (text: string): string => text.split("\n")[0]?.slice(0, 300) ?? "";

/** Good rows and direct writes: such a file leaves nothing behind in its process, so that one process serves them all. */
const leavesNothing = (file: string): boolean => /\bopen(?:Rows|Guarded)\(\)/.test(readFileSync(file, "utf8"));

/** The cluster of `port` is published for the files under COFFER_TEST_RUN, each time with what they are to clone. */
export async function openRunner(root: string, port: number): Promise<Runner> {
  process.env.COFFER_TEST_CLUSTER = "published";
  // Loaded late: the rest of `npm run fault` does without it.
  const { createVitest } = await import("vitest/node");
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const open = async (isolate: boolean) => {
    const vitest = await createVitest("test", { root, project: ["sql"], watch: false, bail: 1, isolate, maxWorkers: 1, fileParallelism: false, reporters: [{}], silent: true, passWithNoTests: true }, {}, { stdout: silent, stderr: silent, stdin: new PassThrough() as unknown as NodeJS.ReadStream });
    await vitest.init();
    return { vitest, specifications: new Map((await vitest.globTestSpecifications()).map((one) => [one.moduleId.slice(root.length + 1), one])) };
  };
  const [apart, together] = [await open(true), await open(false)];

  return {
    files: [...apart.specifications.keys()].sort(),
    async run(file, of, keep = false) {
      const { vitest, specifications } = leavesNothing(path.join(root, file)) ? together : apart;
      const specification = specifications.get(file);
      if (!specification) throw new Error(`${file} is no test file of the project sql`);
      publishCluster({ port }, { of, keep });
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
      await Promise.all([apart.vitest.close(), together.vitest.close()]);
      delete process.env.COFFER_TEST_CLUSTER;
      rmSync(addressFile(), { force: true });
    },
  };
}

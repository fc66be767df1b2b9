import { fileURLToPath } from "node:url";

import { defineConfig } from "vitest/config";

// Names the run: two runs on one machine must not find each other's test cluster.
process.env.COFFER_TEST_RUN ??= String(process.pid);

const alias = { "~": fileURLToPath(new URL("./app", import.meta.url)) };

export default defineConfig({
  resolve: { alias },
  test: {
    // A test that writes an error to the console has hidden one.
    reporters: ["default"],
    maxWorkers: 2,
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["app/**/*.test.{ts,tsx}", "emails/**/*.test.{ts,tsx}", "stories/**/*.unit.test.ts", "tools/*.test.ts"],
          environment: "node",
        },
      },
      {
        resolve: { alias },
        test: {
          name: "sql",
          include: ["sql/**/*.test.ts", "worker/**/*.test.ts", "stories/*.test.ts"],
          environment: "node",
          globalSetup: ["sql/tests/support/database.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        // Whole process trees: started, refused, interrupted and killed.
        resolve: { alias },
        test: {
          name: "process",
          include: ["tools/tests/*.test.ts"],
          environment: "node",
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});

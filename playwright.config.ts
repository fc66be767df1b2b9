import { tmpdir } from "node:os";
import path from "node:path";

import { defineConfig } from "@playwright/test";

import { findChromium } from "./tools/chromium";

const port = process.env.E2E_PORT ?? "4210";
// Set to run against an application that is up already (started with TRUST_PROXY=1).
const given = process.env.E2E_GIVEN_URL;
const baseURL = given ?? `http://localhost:${port}`;
process.env.E2E_BASE_URL = baseURL;
// Somewhere the database's own user can reach; e2e/support/serve.ts makes it new for each run.
const home = path.join(tmpdir(), `coffer-e2e-home-${port}`);
if (given === undefined) process.env.E2E_HOME = home;

/** Done by a browser without scripts and by one with them. */
const bothWays = [
  "journeys/main-job.spec.ts", "journeys/identity.spec.ts", "journeys/statements.spec.ts", "journeys/messages.spec.ts", "journeys/maturity.spec.ts", "journeys/estate.spec.ts", "journeys/recovery.spec.ts",
  "journeys/deactivation.spec.ts", "journeys/dealer.spec.ts", "journeys/payout.spec.ts", "journeys/compensation.spec.ts", "journeys/reports.spec.ts", "journeys/audit-pack.spec.ts", "journeys/staff.spec.ts", "journeys/settings.spec.ts", "journeys/members.spec.ts", "journeys/clawback.spec.ts", "journeys/books.spec.ts", "journeys/search.spec.ts", "journeys/announcements.spec.ts", "journeys/imports.spec.ts",
];

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  globalSetup: "./e2e/support/global-setup.ts",
  globalTeardown: "./e2e/support/global-teardown.ts",
  use: {
    baseURL,
    // The headless browser's own name counts as a robot's, which gets other pages than people do.
    userAgent: "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
    locale: "en-GB",
    timezoneId: "UTC",
    screenshot: "only-on-failure",
    trace: "off",
    launchOptions: { executablePath: findChromium()?.path, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] },
  },
  projects: [
    { name: "no-js", testMatch: "no-js/**/*.spec.ts", use: { javaScriptEnabled: false } },
    { name: "a11y", testMatch: "a11y/**/*.spec.ts" },
    // They move the clock, and with it the balances that the others hold still: so they come last.
    { name: "journeys-no-js", testMatch: bothWays, use: { javaScriptEnabled: false }, dependencies: ["no-js", "a11y"] },
    { name: "journeys", testMatch: "journeys/**/*.spec.ts", dependencies: ["no-js", "a11y"] },
    // It leaves its strings in every field that keeps them, and decides whatever it finds: so it comes after everybody.
    { name: "hostile", testMatch: "hostile/**/*.spec.ts", dependencies: ["journeys-no-js", "journeys"] },
    // Hours, and a program that is not ours: only when it is asked for.
    ...(process.env.SQLMAP ? [{ name: "sqlmap", testMatch: "sqlmap/**/*.spec.ts" }] : []),
  ],
  webServer: given
    ? undefined
    : {
        command: "node_modules/.bin/tsx e2e/support/serve.ts",
        url: `${baseURL}/readyz`,
        timeout: 180_000,
        reuseExistingServer: false,
        gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
        // One proxy is trusted, so that each test comes from an address of its own and the limits stay on.
        env: { ...(process.env as Record<string, string>), PORT: port, COFFER_HOME: home, PUBLIC_URL: baseURL, NODE_ENV: "development", COFFER_DEMO: "1", TRUST_PROXY: "1" },
        stdout: "ignore",
        stderr: "pipe",
      },
});

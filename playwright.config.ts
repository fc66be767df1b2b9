import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { defineConfig } from "@playwright/test";

const port = process.env.E2E_PORT ?? "4300";
const baseURL = process.env.E2E_BASE_URL ?? `http://localhost:${port}`;
// Fresh for each run, and somewhere the database's own user can reach.
const home = process.env.E2E_HOME ?? path.join(tmpdir(), `coffer-e2e-${process.ppid}`);
process.env.E2E_HOME = home;

const installed = [process.env.CHROMIUM_PATH, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((file) => file && existsSync(file));

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  // The business clock is one for all: journeys that move it must not meet.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    baseURL,
    // The headless browser's own name counts as a robot's, which gets other pages than people do.
    userAgent: "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
    locale: "en-GB",
    timezoneId: "UTC",
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: { executablePath: installed, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] },
  },
  projects: [
    { name: "journeys", testDir: "e2e/journeys", use: { javaScriptEnabled: true } },
    { name: "no-js", testDir: "e2e/no-js", use: { javaScriptEnabled: false } },
    { name: "a11y", testDir: "e2e/a11y", use: { javaScriptEnabled: true } },
  ],
  webServer: process.env.E2E_BASE_URL
    ? undefined
    : {
        command: "node_modules/.bin/tsx tools/start.ts",
        url: `${baseURL}/readyz`,
        timeout: 120_000,
        reuseExistingServer: false,
        gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
        env: { ...(process.env as Record<string, string>), PORT: port, COFFER_HOME: home, PUBLIC_URL: baseURL, NODE_ENV: "development", COFFER_DEMO: "1" },
        stdout: "ignore",
        stderr: "pipe",
      },
});

/** Every figure of a report is one of the ledger (spec 7.2): over the demonstration and over stories, before and after the books are closed to a snapshot. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";

import { readStory } from "../../stories/runner/read-story.ts";
import { runStory } from "../../stories/runner/run-story.ts";
import { seedDemo } from "../../tools/demo.ts";
import { openDesk, type Desk } from "./support/builders.ts";
import { testDatabase, type TestDatabase } from "./support/database.ts";
import { reportChecks } from "./support/report-checks.ts";

let home: string;
beforeAll(() => {
  home = mkdtempSync(path.join(os.tmpdir(), "coffer-reports-"));
  process.env.COFFER_HOME = home;
  process.env.PII_KEYS ??= `t1:${Buffer.alloc(32, 1).toString("base64")}`;
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Closes what there is: seals it and sums it up by day. */
const closeBooks = async (desk: Desk) => {
  while ((await desk.job("worker_seal")).sealed > 0);
  await desk.job("worker_snapshots");
};

async function withDatabase(fill: (database: TestDatabase) => Promise<void>, look: (desk: Desk) => Promise<void>): Promise<void> {
  const database = await testDatabase();
  try {
    await fill(database);
    const desk = await openDesk(database, 2);
    try {
      await look(desk);
    } finally {
      await desk.close();
    }
  } finally {
    await database.drop();
  }
}

const told = (file: string) => async (database: TestDatabase) => {
  const story = readStory(readFileSync(path.join(import.meta.dirname, "../../stories", file), "utf8"), file);
  if (!story.ok) throw new Error(`${file} cannot be read`);
  expect(await runStory(story.read, database)).toEqual([]);
};

test("the demonstration: every report comes to what the lines come to, in every currency", async () => {
  await withDatabase(
    async (database) => void (await seedDemo({ adminUrl: database.url("postgres"), webUrl: database.url("coffer_web"), workerUrl: database.url("coffer_worker") })),
    async (desk) => {
      const checks = reportChecks(desk, (await desk.staff("auditor")).token);
      const currencies = (await desk.sql<{ currency: string }>("select distinct currency from ledger.accounts order by 1")).map(({ currency }) => currency);
      for (const currency of currencies) await checks.reconcile(currency);
      await closeBooks(desk);
      for (const currency of currencies) await checks.reconcile(currency);
    },
  );
});

test.each([
  // Five pairs of mo, and two in each of the legs, filled level by level.
  ["payout-pays-instalments-oldest-first.json", "INR", { sales: { booked: 2, price: "6000.00", external: "1000.00", emi: "3000.00", net: "4000.00" }, tax: { tax: "250.00", booked_tax: "250.00" }, commissions: { count: 9, earned: "9000.00", posted: "9000.00", awaiting: "0.00", taken: "0.00" } }],
  ["invest-plain.json", "USD", {}],
  ["funded-only.json", "USD", {}],
  ["clawback-after-tax.json", "INR", {}],
  ["emi-leaves-with-its-pair.json", "INR", {}],
  ["a-cancellation-waits.json", "INR", {}],
] as const)("the story %s: reports say what it predicts", async (file, currency, predicted) => {
  await withDatabase(told(file), async (desk) => {
    const checks = reportChecks(desk, (await desk.staff("finance")).token);
    const said: Record<string, { totals: unknown }> = await checks.reconcile(currency);
    for (const [name, totals] of Object.entries(predicted)) expect(said[name]?.totals).toMatchObject(totals);
    await closeBooks(desk);
    const again: Record<string, { totals: unknown }> = await checks.reconcile(currency);
    for (const name of Object.keys(said)) expect(again[name]?.totals).toEqual(said[name]?.totals);
  });
});

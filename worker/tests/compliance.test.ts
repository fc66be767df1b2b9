/** Identity checks end and closed accounts are anonymised as business time goes by; the files leave the store with the rows. */
import { randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";

import { useDatabase } from "~/db/db.server";
import { keepDocument } from "~/files/kyc-documents.server";

import { openDesk, type Desk } from "../../sql/tests/support/builders.ts";
import { testDatabase, type TestDatabase } from "../../sql/tests/support/database.ts";
import { identityChecks } from "../../sql/compliance/tests/support/identity-check.ts";
import { startWorkerInside, type WorkerInside } from "./support/worker-inside";
import { until } from "./support/worker-process";

let database: TestDatabase;
let desk: Desk;
let worker: WorkerInside;
let store: string;

beforeAll(async () => {
  store = mkdtempSync(path.join(os.tmpdir(), "coffer-worker-store-"));
  process.env.STORAGE_URL = `file:${store}`;
  process.env.PII_KEYS = `k1:${Buffer.alloc(32, 1).toString("base64")}`;
  database = await testDatabase();
  desk = await openDesk(database, 4);
  await desk.sql("update core.clock set sandbox = true");
  await desk.set({ sign_on_bonus: "0", retention_days: "30" });
});
afterAll(async () => {
  await worker.stop();
  await desk.close();
  await database.drop();
  rmSync(store, { recursive: true, force: true });
});

const kept = () => readdirSync(store, { recursive: true, encoding: "utf8" }).filter((name) => /[0-9a-f-]{36}$/.test(name)).length;
const dayAfter = async (days: number) => new Date(new Date((await desk.ask("sandbox_clock")).business_now as string).getTime() + days * 86_400_000).toISOString().slice(0, 10);

test("a passport's last day ends the check, and thirty days after closing nothing personal is left, in rows or in files", async () => {
  const checks = identityChecks(desk);
  const [who, operations, finance] = [await desk.member("kai"), await desk.staff("operations"), await desk.staff("finance")];
  await checks.profile(who);
  await useDatabase({ url: database.url("coffer_web") });
  const upload = { name: "passport.pdf", type: "application/pdf" as const, bytes: new Uint8Array(Buffer.from("%PDF-1.7\n%%EOF\n")) };
  await keepDocument(who.token, { kind: "passport", number: "M7654321", ifsc: null, expiresOn: await dayAfter(10), key: randomUUID() }, upload);
  expect(kept()).toBe(1);
  const { kyc, request } = await checks.submit(who);
  await checks.review(operations, kyc as string);
  await desk.decide(finance, request as string);

  worker = await startWorkerInside(database, undefined);
  const idle = async () => (await desk.ask("sandbox_clock")).idle === true;
  const moved = async (by: string) => {
    await desk.ask("sandbox_clock_move", { by });
    await until("nothing waits", idle);
  };
  await moved("9 days");
  expect(await checks.state(who)).toBe("approved");
  await moved("2 days");
  await until("the check has ended", async () => (await checks.state(who)) === "expired");
  await until("the mail is out", async () => (await desk.sql("select from outbox.mails where template = 'kyc_expired' and state = 'sent'")).length === 1);

  await desk.ask("member_close", { token: who.token, key: randomUUID() });
  await until("nothing waits", idle);
  await moved("31 days");
  await until("it is anonymised", async () => (await desk.sql("select from identity.members where anonymised_at is not null")).length === 1);
  expect(kept()).toBe(0);
  expect(await desk.sql("select first_name, last_name, mobile, address from identity.members where public_id = $1", [who.id])).toEqual([{ first_name: "Closed", last_name: "", mobile: null, address: null }]);
  expect(await desk.sql("select from compliance.documents")).toEqual([]);
});

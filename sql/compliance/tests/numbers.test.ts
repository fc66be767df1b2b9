/**
 * Personal numbers are unreadable in stolen files (spec 8 row 27). Real numbers go in through the application, on a server of their own
 * that logs every statement; then every file of the cluster (tables, WAL, log) and of the file store is searched for them. A word that is
 * not secret is searched for as well: whoever looks has to find something.
 */
import { randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import os from "node:os";
import path from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";

import { openPii } from "../../../app/auth/pii.server";
import { documentSchema } from "../../../app/components/member/kyc/document-schema.server";
import { closeDatabase, useDatabase } from "../../../app/db/db.server";
import { memberKyc, memberKycFile, staffKycReveal } from "../../../app/db/compliance.server";
import { fileStore } from "../../../app/files/file-store.server";
import { keepDocument, openDocument, openNumber } from "../../../app/files/kyc-documents.server";
import { cloneDatabase, startTestCluster, type TestCluster, type TestDatabase } from "../../tests/support/database";
import { openDesk, refused, type Desk } from "../../tests/support/builders";
import { identityChecks } from "./support/identity-check";

const numbers = { pan: "QWXPE4731K", passport: "Z8265519", bank: "50100473318825" };
const control = "Ctrlbirdia";

let server: TestCluster;
let database: TestDatabase;
let desk: Desk;
let store: string;

beforeAll(async () => {
  store = mkdtempSync(path.join(os.tmpdir(), "coffer-kyc-store-"));
  process.env.PII_KEYS = `k2:${Buffer.alloc(32, 2).toString("base64")},k1:${Buffer.alloc(32, 1).toString("base64")}`;
  process.env.STORAGE_URL = `file:${store}`;
  server = await startTestCluster();
  database = await cloneDatabase(server.cluster);
  desk = await openDesk(database, 4);
  for (const setting of ["log_statement = 'all'", "log_min_error_statement = 'error'", "log_error_verbosity = 'verbose'"]) await desk.sql(`alter system set ${setting}`);
  await desk.sql("select pg_reload_conf()");
  await useDatabase({ url: database.url("coffer_web") });
}, 120_000);
afterAll(async () => {
  await closeDatabase();
  await desk.close();
  await server.stop();
  rmSync(store, { recursive: true, force: true });
});

const upload = (text: string) => ({ name: "document.pdf", type: "application/pdf" as const, bytes: new Uint8Array(Buffer.from(`%PDF-1.7\n${text}\n%%EOF\n`)) });
const keep = (who: { token: string }, kind: keyof typeof numbers, number = numbers[kind]) =>
  keepDocument(who.token, { kind, number, ifsc: null, expiresOn: kind === "passport" ? "2099-01-01" : null, key: randomUUID() }, upload(`number ${number}`));

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => path.join(folder, name)).filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
}

/** As it was typed, as UTF-16, in hex and in base64 (at each of its three places). */
function forms(word: string): Buffer[] {
  const bytes = Buffer.from(word);
  const base64 = [0, 1, 2].map((shift) => Buffer.concat([Buffer.alloc(shift), bytes]).toString("base64").slice(shift === 0 ? 0 : 4, -4));
  return [bytes, Buffer.from(word.toLowerCase()), Buffer.from(word, "utf16le"), Buffer.from(bytes.toString("hex")), ...base64.map((text) => Buffer.from(text))];
}

const filesWith = (folder: string, word: string): string[] => filesUnder(folder).filter((file) => {
  const content = readFileSync(file);
  return forms(word).some((form) => content.includes(form));
}).map((file) => path.relative(folder, file));

test("planted numbers are found nowhere: tables, WAL, log, files, mails", async () => {
  const checks = identityChecks(desk);
  const [ann, bo, operations, finance] = [await desk.member("ann"), await desk.member("bo"), await desk.staff("operations"), await desk.staff("finance")];
  await checks.profile(ann, { first_name: control });
  await checks.profile(bo);
  const ids: Record<string, string> = {};
  for (const kind of ["pan", "passport", "bank"] as const) ids[kind] = await keep(ann, kind);
  // The same number from somebody else, and a form sent twice: refusals are logged with what was asked.
  await expect(keep(bo, "pan")).rejects.toMatchObject({ code: "document_taken", field: "number" });
  expect(readdirSync(store, { recursive: true, encoding: "utf8" }).filter((name) => /[0-9a-f-]{36}$/.test(name))).toHaveLength(3);
  const { kyc, request } = await checks.submit(ann);
  await checks.review(operations, kyc as string);
  const { sealed } = await staffKycReveal(finance.token, ids.pan ?? "", "Compared with the tax office");
  expect(openNumber(ids.pan ?? "", sealed)).toBe(numbers.pan);
  await desk.decide(finance, request as string, "reject", { note: "The photograph cannot be read." });
  // What is theirs is theirs to read, whole.
  const { file } = await memberKycFile(ann.token, ids.passport ?? "");
  const stored = await fileStore().get(file.storage_key);
  expect(Buffer.from(openDocument(file.id)(stored ?? new Uint8Array())).toString()).toContain(numbers.passport);
  expect((await memberKyc(ann.token)).documents.map(({ last4 }) => last4).sort()).toEqual(["5519", "731K", "8825"]);

  // Parameters never reach the log; the text of a statement does.
  await desk.sql(`select '${control}'`);
  await desk.sql("checkpoint");
  await desk.sql("select pg_switch_wal()");
  const found = filesWith(server.dir, control);
  expect(found.some((file) => file.includes("pg_wal"))).toBe(true);
  expect(found.some((file) => file.includes(`base${path.sep}`))).toBe(true);
  expect(found.some((file) => file.endsWith(".log"))).toBe(true);
  for (const number of Object.values(numbers)) expect([number, ...filesWith(server.dir, number), ...filesWith(store, number)]).toEqual([number]);
});

test("a cell copied to another row, and bytes under another name, do not open", async () => {
  const rows = await desk.sql<{ id: string; number_sealed: string }>("select id, number_sealed from compliance.documents where number_sealed is not null order by added_at limit 2");
  const [one, two] = rows;
  if (!one || !two) throw new Error("no documents");
  expect(openNumber(one.id, one.number_sealed)).toBe(numbers.pan);
  expect(() => openNumber(two.id, one.number_sealed)).toThrow();
  expect(() => openPii({ table: "compliance.documents", column: "ifsc", row: one.id }, one.number_sealed)).toThrow();
  const bytes = (await fileStore().get(one.id)) ?? new Uint8Array();
  expect(() => openDocument(two.id)(bytes)).toThrow();
});

test("a whole Aadhaar goes nowhere: it is refused before anything is asked of the database", async () => {
  const typed = (number: string) => documentSchema("aadhaar").safeParse({ key: randomUUID(), number });
  for (const whole of ["4983 2716 5510", "498327165510", "4983-2716-5510", "32716 5510"]) expect(typed(whole).error?.issues[0]?.message).toBe("aadhaar_whole");
  for (const last of ["5510", "XXXX XXXX 5510", "xxxx-xxxx-5510", "•••• •••• 5510"]) expect(typed(last).data).toMatchObject({ number: "5510" });
  for (const odd of ["", "551", "ABCD", "X5510"]) expect(typed(odd).success).toBe(false);
  const who = await desk.member("cy");
  await keepDocument(who.token, { kind: "aadhaar", number: "5510", ifsc: null, expiresOn: null, key: randomUUID() }, upload("masked"));
  expect((await memberKyc(who.token)).documents).toMatchObject([{ kind: "aadhaar", last4: "5510", sealed: false }]);
  expect(await refused(desk.sql("update compliance.documents set number_sealed = 'x'") as Promise<unknown>)).toBe("immutable");
});

test.each([
  ["pan", "abcpe1234f", "ABCPE1234F"], ["pan", " ABCPE 1234 F ", "ABCPE1234F"], ["pan", "ABCDE1234F", null], ["pan", "ABCPE12345", null], ["pan", "ABCPE1234FF", null],
  ["passport", "m1234567", "M1234567"], ["passport", "M12", null], ["passport", "M123456789", null], ["bank", "12 34-5", "12345"], ["bank", "1234", null], ["bank", "<script>", null],
] as const)("%s %j is read as %j", (kind, number, read) => {
  const parsed = documentSchema(kind).safeParse({ key: randomUUID(), number, ...(kind === "passport" ? { expires_on: "2030-01-01" } : {}) });
  expect(parsed.success ? parsed.data.number : null).toBe(read);
});

/** Page, CSV, JSON and PDF of a statement say the same, in each language, and it is what the rows add up to (spec 5.5, issue "must show"). */
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";

import { closeDatabase, useDatabase } from "../../app/db/db.server";
import { memberStatement } from "../../app/db/ledger-statement.server";
import { csvStream } from "../../app/files/csv.server";
import { createI18n } from "../../app/i18n/i18n.server";
import { languages, type Language } from "../../app/i18n/languages";
import { statementHeader, statementRows } from "../../app/member-statement/csv.server";
import { statementJson } from "../../app/member-statement/json.server";
import { statementParts } from "../../app/member-statement/parts.server";
import { statementPdf } from "../../app/member-statement/pdf.server";
import { openDesk, type Desk } from "./support/builders";
import { testDatabase, type TestDatabase } from "./support/database";
import { openPdf, readCsv, readJson, readPdf } from "./support/statement-files";
import { dayOf, decimal, exponents, lastDay, statementWorld, steps, type PlainSection } from "./support/statement-world";

let database: TestDatabase;
let desk: Desk;

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database, 4);
  await useDatabase({ url: database.url("coffer_web") });
});
afterAll(async () => {
  await closeDatabase();
  await desk.close();
  await database.drop();
});

/** Shaping letters is slow on a machine that does other things as well. */
const patience = 240_000;
const links = { seals: "https://coffer.example/seals", verify: "https://coffer.example/verify" };

async function files(token: string, from: string, to: string, language: Language, limit: number) {
  const query = { period: "dates", from, to, wallet: null, currency: null };
  const first = await memberStatement(token, query, { limit });
  const parts = () => statementParts(first, (cursor) => memberStatement(token, query, { cursor, limit }));
  const i18n = createI18n(language);
  let json = "";
  for await (const piece of statementJson(i18n, first, links, parts())) json += piece;
  const csv = await (await csvStream("x", statementHeader(i18n), statementRows(i18n, first, parts()))).text();
  return { first, json, csv, pdf: new Uint8Array(await statementPdf(i18n, first, links, parts())) };
}

const said = (sections: PlainSection[]) => sections.map(({ currency, opening, closing, lines }) => {
  const text = (minor: bigint) => decimal(minor, exponents[currency] ?? 2);
  return { currency, opening: text(opening), closing: text(closing), lines: lines.map(({ id, on, amount, balance }) => ({ id, on, amount: text(amount), balance: text(balance) })) };
});

test("random movements and periods: three files in three languages hold the same figures, which are the rows' own", async () => {
  const world = await statementWorld(desk, "filer", ["INR", "USDT"]);
  await fc.assert(fc.asyncProperty(steps(24), fc.nat(lastDay), fc.nat(lastDay), fc.integer({ min: 3, max: 40 }), fc.constantFrom(...languages), async (list, one, other, limit, language) => {
    for (const step of list) await world.take(step);
    const [from, to] = [dayOf(Math.min(one, other)), dayOf(Math.max(one, other))];
    const plain = said(await world.plain(from, to));
    const { json, csv, pdf } = await files(world.who.token, from, to, language, limit);
    expect(readJson(json)).toEqual(plain);
    expect(readCsv(csv)).toEqual(plain);
    expect(readPdf(await openPdf(pdf), language)).toEqual(plain.map(({ opening, closing, lines }) => ({ opening, closing, lines: lines.map(({ amount, balance }) => ({ amount, balance })) })));
  }), { numRuns: 5, seed: 5 });
}, patience);

test("the PDF says what it is to those who listen: title, language, headings, tables with named columns, all of it in the tree", async () => {
  const world = await statementWorld(desk, "listener", ["INR", "USD"]);
  for (let n = 0; n < 45; n += 1) await world.take({ kind: "post", what: n % 2, from: 0, to: n % 3, on: n % lastDay, amount: 1_234_567_89 });
  for (const language of languages) {
    const { first, pdf } = await files(world.who.token, dayOf(0), dayOf(lastDay), language, 50);
    const read = await openPdf(pdf);
    expect(read).toMatchObject({ language, marked: true });
    expect(read.title).toContain(createI18n(language).t("member:statement.title" as never));
    expect(read.pages.length).toBeGreaterThan(1);
    expect(read.tags).toMatchObject({ H1: 1, Figure: 1 });
    expect(read.tags.Table).toBeGreaterThan(3);
    // One table for each wallet, and the one of balances before them.
    expect(read.scopes).toBe(5 * (first.sections.length + 1));
    // Indian groups in English and Hindi.
    const words = read.pages.flat().map(({ str }) => str).join(" ");
    expect(words.includes("12,34,567.89")).toBe(language !== "es");
    expect(words).toContain(links.seals);
    expect(words).toContain(links.verify);
  }
}, patience);

test("nothing in a period is a whole file, too; and what somebody typed is no formula", async () => {
  const world = await statementWorld(desk, "empty", ["USD", "JPY"]);
  const { json, csv, pdf } = await files(world.who.token, dayOf(0), dayOf(1), "en", 10);
  expect(readJson(json)).toEqual([]);
  expect(readCsv(csv)).toEqual([]);
  expect(readPdf(await openPdf(pdf), "en")).toEqual([]);
}, patience);

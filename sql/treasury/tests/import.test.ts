/** A bank's own file, from its bytes to lines, matches and a sheet, through the functions the pages use. */
import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import { staffReconciliation, staffReconciliationSheet, staffStatement, staffStatementForm } from "../../../app/db/reconciliation.server";
import { importStatement } from "../../../app/statements/import.server";
import { bridgeWorld, type BridgeWorld } from "../../tests/support/bridge-world";

let world: BridgeWorld;
let booked: string;

beforeAll(async () => {
  world = await bridgeWorld();
  booked = (await staffReconciliationSheet(world.operations, world.method, null)).yesterday;
});
afterAll(() => world.end());

const entry = (amount: string, inner: string, direction = "CRDT") =>
  `<Ntry><Amt Ccy="USD">${amount}</Amt><CdtDbtInd>${direction}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${booked}</Dt></BookgDt>${inner}</Ntry>`;
const bal = (kind: string, amount: string) => `<Bal><Tp><CdOrPrtry><Cd>${kind}</Cd></CdOrPrtry></Tp><Amt Ccy="USD">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>${booked}</Dt></Dt></Bal>`;
const camt = (entries: string, closing: string) => ({
  name: "statement.xml",
  bytes: new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Acct><Id><Othr><Id>12345678</Id></Othr></Id></Acct>${bal("OPBD", "0.00")}${bal("CLBD", closing)}${entries}</Stmt></BkToCstmrStmt></Document>`),
});

const asked = (file: { name: string; bytes: Uint8Array }, key = randomUUID()) => ({ method: world.method, file, mapping: null, opening: null, closing: null, key });

test("a camt.053 brings its balances and lines, the deposit's line is matched, and the form sent twice is one import", async () => {
  const file = camt(entry("2000.00", "<AcctSvcrRef>B1</AcctSvcrRef><NtryDtls><TxDtls><Refs><EndToEndId>tx-1</EndToEndId></Refs></TxDtls></NtryDtls>") + entry("3.00", "<AcctSvcrRef>B2</AcctSvcrRef><AddtlNtryInf>Fee</AddtlNtryInf>", "DBIT"), "1997.00");
  const once = asked(file);
  const statement = await importStatement(world.operations, once);
  expect(await importStatement(world.operations, once)).toBe(statement);
  expect(await staffStatement(world.operations, statement)).toMatchObject({ statement: { format: "camt.053", imported: 2, skipped: 0, refused: 0, matched: 1, closed: true, first_on: booked, last_on: booked }, method: { name: "Main bank" } });
  const sheet = await staffReconciliationSheet(world.operations, world.method, booked);
  // Three treasuries were funded with 500.00 each before; the bank's file does not have them.
  expect(sheet.figures).toMatchObject({ requirement: "3500.00", bank: "1997.00", stated: true, matched: 1, bank_count: 1, bank_sum: "-3.00", books_count: 3, books_sum: "1500.00", unexplained: 4, remainder: "0.00" });
  expect((await staffReconciliation(world.operations)).methods).toMatchObject([{ name: "Main bank", open_lines: 1, lines_to: booked, signed_on: null }]);
});

test("the same lines as another file are there already; a CSV is read by its mapping, which is remembered", async () => {
  const again = await importStatement(world.operations, asked(camt(entry("2000.00", "<AcctSvcrRef>B1</AcctSvcrRef>"), "1997.00")));
  expect((await staffStatement(world.operations, again)).statement).toMatchObject({ imported: 0, skipped: 1, remarks: [{ line: 1, outcome: "skipped", reason: "already_imported" }] });
  const mapping = { delimiter: ";", date_format: "YYYY-MM-DD", decimal: ",", booked_on: "Tag", value_on: null, amount: "Betrag", debit: null, credit: null, currency: null, bank_reference: null, reference: null, text: null } as const;
  const file = { name: "umsatz.csv", bytes: Buffer.from(`\ufeffTag;Betrag\r\n${booked};"-1,50"\r\n${booked};x\r\n`) };
  const statement = await importStatement(world.operations, { ...asked(file), mapping });
  expect((await staffStatement(world.operations, statement)).statement).toMatchObject({ imported: 1, refused: 1, remarks: [{ line: 3, reason: "amount_invalid" }] });
  expect((await staffStatementForm(world.operations, world.method)).mapping).toMatchObject({ delimiter: ";", booked_on: "Tag", amount: "Betrag" });
});

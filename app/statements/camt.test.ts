/** camt.053 in its versions and with what banks put in. */
import { expect, test } from "vitest";

import { readCamt } from "./camt.server";
import { UnreadableStatement } from "./statement";

const balance = (kind: string, amount: string, on: string, direction = "CRDT") => `<Bal><Tp><CdOrPrtry><Cd>${kind}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${direction}</CdtDbtInd><Dt><Dt>${on}</Dt></Dt></Bal>`;
const ntry = (inner: string, { amount = "10.00", direction = "CRDT", status = "<Sts>BOOK</Sts>", currency = "EUR" } = {}) =>
  `<Ntry><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>${direction}</CdtDbtInd>${status}<BookgDt><Dt>2026-11-03</Dt></BookgDt><ValDt><Dt>2026-11-04</Dt></ValDt>${inner}</Ntry>`;
const file = (body: string, { version = "001.02", account = "<Id><IBAN>DE89370400440532013000</IBAN></Id>", statement = "" } = {}) =>
  `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.${version}"><BkToCstmrStmt><GrpHdr><MsgId>1</MsgId></GrpHdr><Stmt><Id>S1</Id>${statement}<Acct>${account}</Acct>${body}</Stmt></BkToCstmrStmt></Document>`;
const short = async (xml: string, account: string | null = null) => (await readCamt(xml, account)).lines.map(({ refusal, amount, bank_reference, reference, detail, text }) => [refusal ?? amount, bank_reference, reference, detail, text]);

test("version 001.02: references, remittance and names, opening and closing", async () => {
  const read = await readCamt(file(
    balance("OPBD", "100.00", "2026-11-02") + balance("CLBD", "105.00", "2026-11-03") +
    ntry("<AcctSvcrRef>BANK-1</AcctSvcrRef><NtryDtls><TxDtls><Refs><EndToEndId>D-ABC-1</EndToEndId></Refs><RltdPties><Dbtr><Nm>M&#252;ller &amp; Co</Nm></Dbtr></RltdPties><RmtInf><Ustrd>Rent</Ustrd><Ustrd>November</Ustrd></RmtInf></TxDtls></NtryDtls>") +
    ntry("<AcctSvcrRef>BANK-2</AcctSvcrRef><AddtlNtryInf>Fee</AddtlNtryInf>", { amount: "5.00", direction: "DBIT" })), null);
  expect(read.lines).toMatchObject([
    { n: "1", booked_on: "2026-11-03", value_on: "2026-11-04", amount: "10.00", currency: "EUR", bank_reference: "BANK-1", reference: "D-ABC-1", text: "Rent November Müller & Co" },
    { n: "2", amount: "-5.00", bank_reference: "BANK-2", reference: null, text: "Fee" },
  ]);
  expect(read).toMatchObject({ beginsOn: "2026-11-03", opening: "100.00", closings: [{ on: "2026-11-03", balance: "105.00" }] });
});

test("version 001.08: coded status, parties within, a prefixed namespace, a date with time", async () => {
  const xml = file(balance("OPBD", "3.00", "2026-11-01", "DBIT") + ntry("<AcctSvcrRef>B</AcctSvcrRef><NtryDtls><TxDtls><RltdPties><Cdtr><Pty><Nm>Ann</Nm></Pty></Cdtr></RltdPties></TxDtls></NtryDtls>", { status: "<Sts><Cd>BOOK</Cd></Sts>" }), { version: "001.08", statement: "<FrToDt><FrDtTm>2026-11-02T00:00:00</FrDtTm></FrToDt>" })
    .replace(/<(\/?)([A-Z])/g, "<$1ns2:$2").replace('xmlns="', 'xmlns:ns2="');
  expect(await readCamt(xml, null)).toMatchObject({ lines: [{ amount: "10.00", bank_reference: "B", text: "Ann" }], beginsOn: "2026-11-02", opening: "-3.00" });
});

test("an entry of several payments is several lines when they add up, else one", async () => {
  const details = (amounts: string[]) => `<AcctSvcrRef>BATCH</AcctSvcrRef><NtryDtls>${amounts.map((amount, at) => `<TxDtls><Refs><EndToEndId>E${at}</EndToEndId></Refs><AmtDtls><TxAmt><Amt Ccy="EUR">${amount}</Amt></TxAmt></AmtDtls></TxDtls>`).join("")}</NtryDtls>`;
  expect(await short(file(ntry(details(["4.00", "6.00"]))))).toEqual([["4.00", "BATCH", "E0", "1", null], ["6.00", "BATCH", "E1", "2", null]]);
  expect((await short(file(ntry(details(["4.00", "6.00"]), { direction: "DBIT" })))).map(([amount]) => amount)).toEqual(["-4.00", "-6.00"]);
  expect(await short(file(ntry(details(["4.00", "5.00"]))))).toEqual([["10.00", "BATCH", null, "0", null]]);
});

test("a reversal keeps the direction it states", async () => {
  expect((await short(file(ntry("<RvslInd>true</RvslInd>", { direction: "DBIT" })))).map(([amount]) => amount)).toEqual(["-10.00"]);
  expect((await short(file(ntry("<RvslInd>true</RvslInd>")))).map(([amount]) => amount)).toEqual(["10.00"]);
});

test("what is pending, undirected or without an amount is refused line by line", async () => {
  expect((await short(file(ntry("", { status: "<Sts>PDNG</Sts>" }) + ntry("", { status: "<Sts><Cd>INFO</Cd></Sts>" }) + ntry("", { direction: "BOTH" }) + ntry("", { amount: "1e3" }) + "<Ntry/>" + ntry("<AcctSvcrRef>ok</AcctSvcrRef>")))).map(([amount]) => amount))
    .toEqual(["not_booked", "not_booked", "amount_invalid", "amount_invalid", "line_unreadable", "10.00"]);
});

test("NOTPROVIDED is no reference", async () => {
  expect(await short(file(ntry("<NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs></TxDtls></NtryDtls>")))).toEqual([["10.00", null, null, "0", null]]);
});

test("a statement of another account is refused, also beside ours", async () => {
  expect((await short(file(ntry("")), "0532013000")).map(([amount]) => amount)).toEqual(["10.00"]);
  expect((await short(file(ntry("")), "999")).map(([amount]) => amount)).toEqual(["account_other"]);
});

test("a file with a document type, a broken one and another kind of XML are refused as a whole", async () => {
  const faultOf = async (xml: string) => {
    try {
      await readCamt(xml, null);
    } catch (error) {
      if (error instanceof UnreadableStatement) return error.fault.code;
      throw error;
    }
    return null;
  };
  expect(await faultOf(file("").replace("<Document", '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><Document'))).toBe("statement_doctype");
  expect(await faultOf(file(ntry("")).slice(0, -30))).toBe("statement_unreadable");
  expect(await faultOf("<html><body/></html>")).toBe("statement_not_camt");
  expect(await faultOf(file(""))).toBe("statement_empty");
});

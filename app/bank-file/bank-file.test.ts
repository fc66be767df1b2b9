import { expect, test } from "vitest";

import { readXml } from "~/statements/xml.server";
import { readAnswer } from "./answer.server";
import { bankFileCsv } from "./csv.server";
import type { BankFile } from "./file";
import { pain001 } from "./pain001.server";

const file: BankFile = {
  reference: "F-ABCDEFGH", currency: "INR", made_at: "2027-03-01T10:00:00.000Z", columns: "Reference=reference,Name=account_name,Account=account_number,IFSC=ifsc,Amount=amount,Remarks=",
  from: { account_name: "The Operator & Sons", account_number: "001122334455", bank_name: "A Bank", ifsc: "ABCD0000001" },
  items: [
    { no: 1, reference: "P-AAAAAAAA", amount: "95.00", account_name: "Ann <Ä>", account_number: "7654321", ifsc: "ABCD0123456" },
    { no: 2, reference: "P-BBBBBBBB", amount: "0.10", account_name: "=cmd()", account_number: "DE89 3704 0044 0532 0130 00", ifsc: null },
  ],
};

/** Names of the children in the order they stand in, wherever the parent is. */
const order = (xml: string, parent: string): string[] => {
  const [, inside = ""] = new RegExp(`<${parent}(?: [^>]*)?>(.*)</${parent}>`, "s").exec(xml) ?? [];
  const found: string[] = [];
  for (let rest = inside; rest !== "";) {
    const [, name = ""] = /^<([A-Za-z0-9]+)/.exec(rest) ?? [];
    const end = rest.indexOf(`</${name}>`);
    if (name === "" || end < 0) break;
    found.push(name);
    rest = rest.slice(end + name.length + 3);
  }
  return found;
};

test("the document has the elements of the schema, in its order, with exact sums and one line a payout", async () => {
  const xml = pain001(file);
  expect(order(xml, "CstmrCdtTrfInitn")).toEqual(["GrpHdr", "PmtInf"]);
  expect(order(xml, "GrpHdr")).toEqual(["MsgId", "CreDtTm", "NbOfTxs", "CtrlSum", "InitgPty"]);
  expect(order(xml, "PmtInf")).toEqual(["PmtInfId", "PmtMtd", "NbOfTxs", "CtrlSum", "ReqdExctnDt", "Dbtr", "DbtrAcct", "DbtrAgt", "CdtTrfTxInf", "CdtTrfTxInf"]);
  expect(order(xml.slice(xml.indexOf("<CdtTrfTxInf>"), xml.indexOf("</CdtTrfTxInf>") + 15), "CdtTrfTxInf")).toEqual(["PmtId", "Amt", "CdtrAgt", "Cdtr", "CdtrAcct", "RmtInf"]);
  const lines: unknown[] = [];
  const root = await readXml(xml, { many: new Set(), taken: "CdtTrfTxInf", take: (node) => lines.push(node), within: "PmtInf" });
  expect(root).toMatchObject({ CstmrCdtTrfInitn: { GrpHdr: { MsgId: "F-ABCDEFGH", CreDtTm: "2027-03-01T10:00:00", NbOfTxs: "2", CtrlSum: "95.10", InitgPty: { Nm: "The Operator & Sons" } },
    PmtInf: { ReqdExctnDt: { Dt: "2027-03-01" }, DbtrAcct: { Id: { Othr: { Id: "001122334455" } }, Ccy: "INR" }, DbtrAgt: { FinInstnId: { ClrSysMmbId: { ClrSysId: { Cd: "INFSC" }, MmbId: "ABCD0000001" } } } } } });
  expect(lines).toEqual([
    { PmtId: { EndToEndId: "P-AAAAAAAA" }, Amt: { InstdAmt: { "@Ccy": "INR", "#text": "95.00" } }, CdtrAgt: { FinInstnId: { ClrSysMmbId: { ClrSysId: { Cd: "INFSC" }, MmbId: "ABCD0123456" } } }, Cdtr: { Nm: "Ann <Ä>" }, CdtrAcct: { Id: { Othr: { Id: "7654321" } } }, RmtInf: { Ustrd: "P-AAAAAAAA" } },
    { PmtId: { EndToEndId: "P-BBBBBBBB" }, Amt: { InstdAmt: { "@Ccy": "INR", "#text": "0.10" } }, CdtrAgt: { FinInstnId: { Othr: { Id: "NOTPROVIDED" } } }, Cdtr: { Nm: "=cmd()" }, CdtrAcct: { Id: { IBAN: "DE89370400440532013000" } }, RmtInf: { Ustrd: "P-BBBBBBBB" } },
  ]);
});

test("texts that XML does not know are left out, and long ones end where the schema ends them", () => {
  const xml = pain001({ ...file, items: [{ ...(file.items[0] as BankFile["items"][number]), account_name: `A\u0000\nB${"x".repeat(200)}` }] });
  expect(xml).toContain(`<Nm>A B${"x".repeat(137)}</Nm>`);
});

test("the bank's CSV has its columns in its order; what is no field of ours stands empty", () => {
  expect(bankFileCsv(file)).toEqual({
    header: ["Reference", "Name", "Account", "IFSC", "Amount", "Remarks"],
    rows: [["P-AAAAAAAA", "Ann <Ä>", "7654321", "ABCD0123456", "95.00", ""], ["P-BBBBBBBB", "=cmd()", "DE89 3704 0044 0532 0130 00", "", "0.10", ""]],
  });
});

test("an answer is read whatever its delimiter and its words", () => {
  expect(readAnswer("\ufeffReference;Status;Remarks;Amount\r\nP-AAAAAAAA;Success;;95.00\r\n\r\nP-BBBBBBBB;RJCT;Account closed;1,000.00\r\nP-C;perhaps;;\r\n")).toEqual({
    lines: [
      { line: "2", reference: "P-AAAAAAAA", amount: "95.00", outcome: "paid", reason: null },
      { line: "4", reference: "P-BBBBBBBB", amount: "1000.00", outcome: "returned", reason: "Account closed" },
      { line: "5", reference: "P-C", amount: null, outcome: "perhaps", reason: null },
    ],
  });
});

test.each([["", "answer_empty"], ["Reference,Status\n", "answer_empty"], ["Name,Status\nA,paid\n", "answer_columns"], ['Reference,Status\n"P-A,paid\n', "answer_unreadable"]])("%j cannot be read, and is told why", (content, unreadable) => {
  expect(readAnswer(content)).toEqual({ unreadable });
});

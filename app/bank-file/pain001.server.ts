/**
 * ISO 20022 pain.001.001.09: one order for all lines of a file, in the order of elements the schema asks for. The end-to-end id is the
 * payout's reference, so that the bank's statement names it again. Indian accounts name their branch by IFSC (clearing code INFSC).
 */
import { addAmounts } from "~/money/decimal";
import type { BankFile } from "./file";

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };
/** XML 1.0 knows no control characters nor half a character, and a line break would not survive as one. */
const clean = (text: string, most: number): string => [...text.replace(/[\u0000-\u001f\u007f\ufffe\uffff\p{Surrogate}]+/gu, " ").trim()].slice(0, most).join("");
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

type Child = string | null;
const element = (name: string, ...children: Child[]): string => `<${name}>${children.filter((child) => child !== null).join("")}</${name}>`;
const text = (name: string, value: string | null, most = 35): Child => {
  const words = clean(value ?? "", most);
  return words === "" ? null : element(name, escaped(words));
};

const iban = /^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$/;
/** The word of the standard's guides for what the schema asks for and nobody has said. */
const notProvided = element("Id", "NOTPROVIDED");
const account = (number: string | null): string => {
  const plain = (number ?? "").replace(/\s+/g, "").toUpperCase();
  return element("Id", iban.test(plain) ? element("IBAN", plain) : element("Othr", text("Id", number, 34) ?? notProvided));
};
const branch = (ifsc: string | null): string =>
  element("FinInstnId", ifsc ? element("ClrSysMmbId", element("ClrSysId", element("Cd", "INFSC")), text("MmbId", ifsc)) : element("Othr", notProvided));

/** The whole document. Amounts keep the decimals they have; sums are exact. */
export function pain001(file: BankFile): string {
  const count = element("NbOfTxs", String(file.items.length));
  const sum = element("CtrlSum", file.items.reduce((total, { amount }) => addAmounts(total, amount), "0"));
  const payer = text("Nm", file.from.account_name ?? file.from.bank_name, 140);
  const lines = file.items.map((line) => element("CdtTrfTxInf",
    element("PmtId", text("EndToEndId", line.reference)),
    element("Amt", `<InstdAmt Ccy="${file.currency}">${line.amount}</InstdAmt>`),
    element("CdtrAgt", branch(line.ifsc)),
    element("Cdtr", text("Nm", line.account_name, 140)),
    element("CdtrAcct", account(line.account_number)),
    element("RmtInf", text("Ustrd", line.reference, 140))));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09">${element("CstmrCdtTrfInitn",
    element("GrpHdr", text("MsgId", file.reference), element("CreDtTm", file.made_at.slice(0, 19)), count, sum, element("InitgPty", payer)),
    element("PmtInf",
      text("PmtInfId", file.reference), element("PmtMtd", "TRF"), count, sum,
      element("ReqdExctnDt", element("Dt", file.made_at.slice(0, 10))),
      element("Dbtr", payer), element("DbtrAcct", account(file.from.account_number), element("Ccy", file.currency)), element("DbtrAgt", branch(file.from.ifsc)),
      ...lines))}</Document>\n`;
}

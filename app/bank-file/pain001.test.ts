/** Our pain.001 against a schema, whatever names and numbers of accounts people have. */
import { existsSync, readFileSync } from "node:fs";

import fc from "fast-check";
import { XmlDocument, XsdValidator } from "libxml2-wasm";
import { expect, test } from "vitest";

import { type BankFile, takesPain001 } from "./file";
import { pain001 } from "./pain001.server";

const ours = new URL("pain001.xsd", import.meta.url).pathname;
/** The schema as ISO 20022 publishes it, for who has it at hand. */
const published = process.env.PAIN001_XSD;
const validators = [ours, ...(published && existsSync(published) ? [published] : [])].map((path) => {
  using schema = XmlDocument.fromString(readFileSync(path, "utf8"));
  return XsdValidator.fromDoc(schema);
});

/** What the schema says against a document: nothing, or its message. */
function faultOf(xml: string): string {
  using document = XmlDocument.fromString(xml);
  for (const validator of validators) {
    try {
      validator.validate(document);
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }
  return "";
}

const words = fc.oneof(fc.constant(null), fc.string({ unit: "binary", maxLength: 200 }), fc.string({ maxLength: 6 }), fc.constantFrom("", " ", "\ud800", "<&>'\"", "=cmd()", "\u202eanna"));
const number = fc.oneof(fc.constant(null), fc.string({ unit: "binary", maxLength: 60 }), fc.constantFrom("DE89 3704 0044 0532 0130 00", "001122334455", "gb82west12345698765432", " "));
const branch = fc.constantFrom(null, "ABCD0123456");
const amount = fc.tuple(fc.bigInt({ min: 1n, max: 9_999_999_999_999n }), fc.integer({ min: 0, max: 3 })).map(([minor, places]) => {
  const digits = String(minor).padStart(places + 1, "0");
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
});
const line = fc.record({ no: fc.nat(), reference: fc.constant("P-ABCDEFGH"), amount, account_name: words, account_number: number, ifsc: branch });
const files: fc.Arbitrary<BankFile> = fc.record({
  reference: fc.constant("F-ABCDEFGH"), currency: fc.constantFrom("INR", "EUR", "JPY"), made_at: fc.date({ min: new Date("2000-01-01"), max: new Date("2199-12-31"), noInvalidDate: true }).map((at) => at.toISOString()),
  columns: fc.constant(""), from: fc.record({ account_name: words, account_number: number, bank_name: words, ifsc: branch }), items: fc.array(line, { minLength: 1, maxLength: 6 }),
});

test("every file is valid against the schema", () => {
  fc.assert(fc.property(files, (file) => {
    expect(takesPain001(file)).toBe(true);
    expect(faultOf(pain001(file))).toBe("");
  }), { numRuns: 500, seed: 20022 });
});

const sample = pain001({
  reference: "F-ABCDEFGH", currency: "INR", made_at: "2027-03-01T10:00:00.000Z", columns: "", from: { account_name: "The Operator", account_number: "001122334455", bank_name: null, ifsc: "ABCD0000001" },
  items: [{ no: 1, reference: "P-ABCDEFGH", amount: "95.00", account_name: "A Member", account_number: "7654321", ifsc: null }],
});

// The schema has to refuse something, or the test above says nothing.
test.each([
  ["an element of no name it knows", sample.replace("<PmtMtd>TRF</PmtMtd>", "<PmtMtd>TRF</PmtMtd><Extra>1</Extra>")],
  ["elements in another order", sample.replace(/(<NbOfTxs>1<\/NbOfTxs>)(<CtrlSum>95.00<\/CtrlSum>)/, "$2$1")],
  ["an account without a number", sample.replace("<Id>7654321</Id>", "")],
  ["a currency of four letters", sample.replace('Ccy="INR"', 'Ccy="INRX"')],
  ["an amount below nothing", sample.replace(">95.00</InstdAmt>", ">-95.00</InstdAmt>")],
  ["a name too long", sample.replace("A Member", "A".repeat(141))],
  ["a day that is none", sample.replace("<Dt>2027-03-01</Dt>", "<Dt>2027-02-30</Dt>")],
  ["no lines", sample.replace(/<CdtTrfTxInf>.*<\/CdtTrfTxInf>/s, "")],
  ["another version's namespace", sample.replace("pain.001.001.09", "pain.001.001.03")],
])("%s is not valid", (_, spoilt) => {
  expect(spoilt).not.toBe(sample);
  expect(faultOf(spoilt)).not.toBe("");
});

test("what the standard cannot say leaves as CSV alone", () => {
  expect(takesPain001({ currency: "USDT", items: [] })).toBe(false);
  expect(takesPain001({ currency: "BTC", items: [{ amount: "0.00000001" }] })).toBe(false);
});

/** Answers about payouts and tax rules have the shapes their bridge promises, from the request to the bank and back; so has what staff read in the queue. */
import { createHash, randomUUID } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import { readAnswer } from "../../app/bank-file/answer.server";
import { bankFileCsv } from "../../app/bank-file/csv.server";
import { pain001 } from "../../app/bank-file/pain001.server";
import { readEvidence } from "../../app/components/admin/requests/evidence.server";
import * as approval from "../../app/db/approval.server";
import * as identity from "../../app/db/identity.server";
import * as payouts from "../../app/db/payout.server";
import * as tax from "../../app/db/tax.server";
import { createI18n } from "../../app/i18n/i18n.server";
import { languages } from "../../app/i18n/languages";
import { certificatePdf } from "../../app/tax/certificate-pdf.server";
import { bridgeWorld, type BridgeWorld } from "./support/bridge-world";
import { openPdf } from "./support/statement-files";

let world: BridgeWorld;
let destination = "";
beforeAll(async () => {
  world = await bridgeWorld();
  const member = "(select id from identity.members where email = 'bo@member.test')";
  await world.db.query(`select ledger.post('adjustment', '2027-01-05', null, null, array[((select account_id from funding.methods where currency = 'USD' limit 1), 100000::bigint, null)::ledger.line, (ledger.wallet(${member}, 'EARNINGS', 'USD'), -100000::bigint, null)::ledger.line])`);
  const { rows } = await world.db.query<{ id: string }>(`insert into funding.destinations (member_id, type, label, account_name, account_number, created_at, usable_at) values (${member}, 'BANK', 'Mine', 'Bo', '99887766', '2020-01-01', '2020-01-01') returning id`);
  destination = rows[0]?.id ?? "";
});
afterAll(() => world.end());

/** A code as if the mail had been read. */
async function prove(token: string, context: string) {
  const proof = { challenge: randomUUID(), mac: createHash("sha256").update(context).digest("hex"), browser: randomUUID() };
  await identity.authStepUpBegin(token, { ...proof, purpose: "withdrawal", context, sealedCode: "sealed", ip: "192.0.2.1" });
  return proof;
}

async function ask(amount: string): Promise<{ payout: string; request: string }> {
  const { token } = world.bo;
  const draft = { currency: "USD", amount, autofill: true, destination };
  const check = await payouts.memberPayoutCheck(token, draft);
  const asked = await payouts.memberPayoutRequest(token, draft, await prove(token, check.context), randomUUID());
  if (asked.outcome !== "requested") throw new Error(asked.outcome);
  return asked;
}

test("a payout from the request to the bank and back, and reversed", async () => {
  const { token } = world.bo;
  expect(await payouts.memberPayoutForm(token)).toMatchObject({ wallets: [{ currency: "USD", available: "1000.00", held: "0.00", due: "0.00", tax: { rate: "5", scope: "per_payout", cap: "10000.00" } }], destinations: [{ id: destination, type: "BANK" }], regime: "SEED", paused: false, withdrawals_from: null });
  expect(await payouts.memberPayoutCheck(token, { currency: "USD", amount: "200.00", autofill: true, destination })).toMatchObject({ tax: "10.00", net: "190.00", emi: "0.00", bank: "190.00", available_after: "800.00", why: { rate: "5", whole: "10.00" }, regime: "SEED", parts: [], destination: { account_number_last4: "7766" } });
  const { payout, request } = await ask("200.00");
  expect(await payouts.memberPayout(token, payout)).toMatchObject({ payout: { state: "pending" }, parts: [], tracker: [{ step: "requested" }, { step: "waiting" }, { step: "approved", at: null }, { step: "sent", at: null }, { step: "paid", at: null }] });

  const seen = await approval.staffRequest(world.finance, request);
  expect(readEvidence(seen)).toMatchObject({ kind: "payout", payout: { tax: "10.00" }, parts: [], destination: { account_number: "99887766" } });
  await approval.staffDecide(world.finance, { request, decision: "approve", note: null, payloadHash: seen.request.payload_hash, received: null, key: randomUUID() });
  expect((await payouts.staffPayouts(world.operations, { state: "approved" })).items).toMatchObject([{ member: { name: "Bo Test" }, destination: { account_number: "99887766" } }]);
  expect(await payouts.staffPayout(world.operations, payout)).toMatchObject({ payout: { state: "approved", member: { name: "Bo Test" }, destination: { account_number: "99887766" } }, why: { whole: "10.00" }, file_id: null, request });
  expect(await payouts.staffBankFileDraft(world.operations, "USD")).toMatchObject({ lines: 1, sum: "190.00", methods: [{ id: world.method }], items: [{ id: payout, bank: "190.00", name: "Bo Test", destination: "Mine …7766" }] });
  const file = await payouts.staffBankFileMake(world.operations, world.method, randomUUID());
  expect(file).toMatchObject({ lines: 1, sum: "190.00", currency: "USD" });
  expect(await payouts.staffPayoutReturned(world.operations, payout, "account closed", randomUUID())).toEqual({ state: "returned" });
  expect(await payouts.memberPayout(token, payout)).toMatchObject({ payout: { state: "returned", file: null, reason: "account closed" }, tracker: [{}, {}, {}, { step: "sent" }, { step: "returned", note: "account closed" }] });
  // What else was in a file is staff's to know.
  expect((await payouts.staffPayouts(world.operations, { state: "returned" })).items).toMatchObject([{ file: file.reference }]);
  expect((await payouts.staffPayouts(world.operations, { search: "bo@" })).items).toMatchObject([{ id: payout }]);
  expect((await payouts.staffPayouts(world.operations, { search: "ann@" })).items).toEqual([]);
  expect(await payouts.staffPayoutReverse(world.finance, payout, "a wrong account", randomUUID())).toEqual({ state: "reversed" });
  expect((await payouts.memberPayout(token, payout)).movements.map(({ kind, reference }) => [kind, reference === null]).sort()).toEqual([["payout", false], ["payout_return", false], ["reversal", true]]);
});

test("a payout that is taken back, and one that arrives", async () => {
  const { token } = world.bo;
  expect(await payouts.memberPayoutCancel(token, (await ask("20.00")).payout, randomUUID())).toEqual({ state: "cancelled" });
  const { payout, request } = await ask("30.00");
  await approval.staffDecide(world.finance, { request, decision: "approve", note: null, payloadHash: null, received: null, key: randomUUID() });
  await payouts.staffBankFileMake(world.operations, world.method, randomUUID());
  expect(await payouts.staffPayoutPaid(world.operations, payout, randomUUID())).toEqual({ state: "paid" });
  expect((await payouts.memberPayouts(token)).items.map(({ state }) => state)).toEqual(["paid", "cancelled", "reversed"]);
  await expect(payouts.memberPayout(world.ann.token, payout)).rejects.toMatchObject({ code: "not_found", status: 404 });
});

test("a file as the bank gets it, and what the bank answers to it", async () => {
  const { request } = await ask("40.00");
  await approval.staffDecide(world.finance, { request, decision: "approve", note: null, payloadHash: null, received: null, key: randomUUID() });
  expect((await payouts.staffBankFiles(world.operations)).waiting).toMatchObject([{ currency: "USD", lines: 1, sum: "38.00", methods: [{ id: world.method }] }]);
  const made = await payouts.staffBankFileMake(world.operations, world.method, randomUUID());
  const { file, ...shown } = await payouts.staffBankFile(world.operations, made.file);
  const [line] = shown.items;
  expect(line).toMatchObject({ no: 1, amount: "38.00", state: "sent", account_name: "Bo", account_number: "99887766", ifsc: null });
  const forBank = { ...file, ...shown };
  expect(pain001(forBank)).toContain(`<EndToEndId>${line?.reference}</EndToEndId>`);
  expect(bankFileCsv(forBank)).toEqual({ header: ["Reference", "Name", "Account", "IFSC", "Amount", "Currency"], rows: [[line?.reference, "Bo", "99887766", "", "38.00", "USD"]] });
  const said = readAnswer(`Reference,Status,Amount\n${line?.reference},Processed,38.00\n`);
  if (!("lines" in said)) throw new Error(said.unreadable);
  const wrong = [{ line: "2", reference: line?.reference ?? "", amount: "37.00", outcome: "paid", reason: null }, { line: "3", reference: "P-NOBODYS", amount: null, outcome: "paid", reason: null }, { line: "4", reference: "P-OTHERS", amount: null, outcome: "lost", reason: null }];
  expect(await payouts.staffBankAnswerCheck(world.operations, made.file, wrong)).toEqual([{ line: 2, fault: "other_amount" }, { line: 3, fault: "foreign_line" }, { line: 4, fault: "unknown_outcome" }]);
  expect(await payouts.staffBankAnswerCheck(world.operations, made.file, said.lines)).toEqual([]);
  expect(await payouts.staffBankAnswer(world.operations, made.file, said.lines, randomUUID())).toEqual({ paid: 1, returned: 0 });
  await expect(payouts.staffBankAnswer(world.operations, made.file, said.lines, randomUUID())).rejects.toMatchObject({ code: "bank_answer_wrong", status: 422, params: { line: "2", context: "already_decided" } });
  expect((await payouts.staffBankFiles(world.operations)).items[0]).toMatchObject({ id: made.file, open: 0, paid: 1, returned: 0 });
});

test("what was withheld, for the member and in the register of the quarter", async () => {
  const mine = await tax.memberTax(world.bo.token);
  // 30.00 and 40.00 were approved and stand; 200.00 was taken back.
  expect(mine).toMatchObject({ regime: "SEED", pan_known: false, quarters: [{ currency: "USD", regime: "SEED", rate: "5", form: "Statement of tax", code: null, count: 2, gross: "70.00", tax: "3.50" }], years: [] });
  expect(await tax.memberTax(world.ann.token)).toMatchObject({ quarters: [] });
  const register = await tax.staffTaxRegister(world.finance, mine.quarters[0]?.from_on ?? null);
  expect(register).toMatchObject({ items: [{ member: { name: "Bo Test" }, pan: false, tax: "3.50" }], sums: [{ members: 1, gross: "70.00", tax: "3.50" }], payable: [{ currency: "USD", amount: "3.50" }] });
  expect(await tax.staffTaxRegister(world.finance, "2001-05-05")).toMatchObject({ from_on: "2001-04-01", until_on: "2001-06-30", over: true, items: [], sums: [] });
});

test("tax that was paid over, from the request to the register and the certificate, which is a tagged PDF in each language", async () => {
  const { from_on, today, sums: [sum] } = await tax.staffTaxRegister(world.finance, null);
  const deposit = { quarterOn: from_on, rule: sum?.rule ?? "", currency: "USD", amount: "2.00", method: world.method, reference: "CH-00017", paidOn: today, note: "Receipt in the folder", key: randomUUID() };
  await expect(tax.staffTaxDeposit(world.operations, { ...deposit, amount: "3.51", key: randomUUID() })).rejects.toMatchObject({ code: "exceeds_tax", status: 422, field: "amount", params: { left: "3.50", currency: "USD" } });
  const { request } = await tax.staffTaxDeposit(world.operations, deposit);
  const seen = await approval.staffRequest(world.finance, request);
  expect(readEvidence(seen)).toMatchObject({ kind: "tax_deposit", from_on, regime: "SEED", code: null, withheld: "3.50", deposited: "0.00", left: "3.50", reference: "CH-00017", paid_on: today, note: "Receipt in the folder" });
  expect((await tax.staffTaxRegister(world.finance, from_on)).waiting).toMatchObject([{ request, reference: "CH-00017", amount: "2.00" }]);
  await approval.staffDecide(world.finance, { request, decision: "approve", note: null, payloadHash: seen.request.payload_hash, received: null, key: randomUUID() });
  expect(await tax.staffTaxRegister(world.finance, from_on)).toMatchObject({ waiting: [], sums: [{ tax: "3.50", deposited: "2.00", left: "1.50" }], deposits: [{ request, reference: "CH-00017", amount: "2.00" }], payable: [{ amount: "1.50" }] });
  const certificate = await tax.memberTaxCertificate(world.bo.token, today);
  expect(certificate).toMatchObject({ member: { name: "Bo Test" }, pan: null, from_on, parts: [{ form: "Statement of tax", code: null, gross: "70.00", tax: "3.50", rows: expect.arrayContaining([expect.objectContaining({ source: "payout", tax: "1.50" }), expect.objectContaining({ source: "payout", tax: "2.00" })]) as unknown, deposits: [{ reference: "CH-00017", paid_on: today }] }] });
  expect(await tax.staffTaxCertificate(world.finance, certificate.member.id, today)).toMatchObject({ parts: certificate.parts });
  await expect(tax.memberTaxCertificate(world.ann.token, today)).rejects.toMatchObject({ code: "not_found" });
  for (const language of languages) {
    const i18n = createI18n(language);
    const read = await openPdf(new Uint8Array(await certificatePdf(i18n, { ...certificate, parts: [...certificate.parts, ...certificate.parts.map((part) => ({ ...part, code: "94H", deposits: [] }))] })));
    expect(read).toMatchObject({ language, marked: true, tags: { H1: 1, H2: 2, Table: 2 }, scopes: 10 });
    expect(read.title).toContain(i18n.t("payout:certificate.title" as never));
    const words = read.pages.flat().map(({ str }) => str).join(" ");
    for (const part of ["CH-00017", "94H", "Bo Test"]) expect(words).toContain(part);
    expect(words.includes("70,00")).toBe(language === "es");
  }
});

test("tax rules, and one that follows another", async () => {
  const { today, rules, ...rest } = await tax.staffTaxRules(world.finance);
  expect(rest).toEqual({ regime: "SEED", scope: "per_payout", may_write: true });
  expect(rules.map(({ regime, scope, rate, no_pan_rate, threshold, cap }) => [regime, scope, rate, no_pan_rate, threshold, cap])).toEqual([["IN", "per_tax_year", "2", "20", "20000", null], ["SEED", "per_payout", "5", null, null, "10000"], ["SEED", "per_tax_year", "5", null, null, "10000"]]);
  const rule = { regime: "SEED", scope: "per_payout", rate: "6", noPanRate: null, threshold: null, cap: 8000, fromOn: "2099-04-01", untilOn: null, certificateForm: "Form", paymentCode: "Code", note: "Verify before filing" };
  await expect(tax.staffTaxRuleAdd(world.finance, { ...rule, key: randomUUID() })).rejects.toMatchObject({ code: "tax_rules_overlap", status: 409, field: "from_on" });
  await expect(tax.staffTaxRuleAdd(world.finance, { ...rule, certificateForm: "", key: randomUUID() })).rejects.toMatchObject({ code: "invalid_input", field: "certificate_form" });
  await expect(tax.staffTaxRuleAdd(world.finance, { ...rule, note: "", key: randomUUID() })).rejects.toMatchObject({ code: "invalid_input", field: "note" });
  await expect(tax.staffTaxRuleAdd(world.finance, { ...rule, rate: "101", key: randomUUID() })).rejects.toMatchObject({ code: "invalid_input", field: "rate" });
  await expect(tax.staffTaxRuleAdd(world.finance, { ...rule, cap: 0, key: randomUUID() })).rejects.toMatchObject({ code: "invalid_input", field: "cap" });
  await tax.staffTaxRuleEnd(world.finance, rules[1]?.id ?? "", today, randomUUID());
  expect(await tax.staffTaxRuleAdd(world.finance, { ...rule, key: randomUUID() })).toHaveProperty("rule");
});

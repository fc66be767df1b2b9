/**
 * A claim after a member's death (spec 5.2): staff report it and the account is barred; two other people approve each payment; what is
 * available is divided by the shares of those who were named that day, exactly; rejected or taken back, everything is as it was.
 */
import { randomUUID } from "node:crypto";

import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";

import { openDesk, refusalOf, refused, type Desk } from "../../tests/support/builders";
import { testDatabase, type TestDatabase } from "../../tests/support/database";
import { tally, together, words } from "../../tests/support/race";

type Member = Awaited<ReturnType<Desk["member"]>>;
type Named = { name: string; share: string; guardian?: string; born_on?: string };

let database: TestDatabase;
let desk: Desk;
let operations: { token: string };
let finance: { token: string };
let second: { token: string };
let method: string;
let made = 0;

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database, 8);
  await desk.clock("2027-03-10T12:00:00Z");
  await desk.set({ sign_on_bonus: "0", otp_per_minute: "1000", destination_cooling_hours: "0", withdrawal_fee: "0.00", require_kyc: "false" });
  [operations, finance, second] = [await desk.staff("operations"), await desk.staff("finance"), await desk.staff("finance")];
  method = await desk.method();
}, 60_000);
afterAll(async () => {
  await desk.close();
  await database.drop();
});

let today = "2027-03-10";
const goOn = async (day: string) => {
  today = day;
  await desk.clock(`${day}T12:00:00Z`);
};
const thirds: Named[] = [{ name: "Bo", share: "33.33" }, { name: "Cy", share: "33.33" }, { name: "Di", share: "33.34" }];
const name = (who: { token: string }, named: Named[]) =>
  desk.ask("member_nominees_save", { token: who.token, nominees: JSON.stringify(named.map((one) => ({ relation: "child", born_on: "1990-05-01", guardian: null, ...one }))) });

async function person(amount: string | null = "100.01", named: Named[] = thirds): Promise<Member> {
  const who = await desk.member(`late-${(made += 1)}`);
  if (named.length > 0) await name(who, named);
  if (amount !== null) await desk.deposit(who, amount, method, finance);
  return who;
}

const document = () => ({ file: randomUUID(), name: "certificate.pdf", mime: "application/pdf", bytes: 100, sha256: "a".repeat(64) });
const open = async (who: { id: string }, more: Record<string, unknown> = {}) =>
  (await desk.ask("staff_claim_open", { token: operations.token, member: who.id, died_on: today, reported_by: "Bo, a child", note: null, ...document(), key: randomUUID(), ...more })).claim as string;
type Seen = { state: string; nominees: { id: string; name: string; share: string; guardian: string | null }[]; payments: { id: string; payee: string; amount: string; currency: string; state: string }[]; files: { id: string }[] };
const look = async (who: { id: string }) => {
  const answer = await desk.ask("staff_claim", { token: finance.token, member: who.id });
  return { ...answer, claim: answer.claim as Seen };
};
const accounts = async (who: { id: string }) => (await look(who)).claim.nominees.map(({ id, name: called }, n) => ({ nominee: id, account_name: called, account_number: `DE8937040044053201300${n}`, ifsc: null }));
const pay = async (who: { id: string }, claim: string, more: Record<string, unknown> = {}) =>
  (await desk.ask("staff_claim_pay", { token: operations.token, claim, accounts: JSON.stringify(await accounts(who)), key: randomUUID(), ...more })).request as string;
const cancel = (claim: string, reason = "The member wrote to us.") => desk.ask("staff_claim_cancel", { token: operations.token, claim, reason, key: randomUUID() });
const statusOf = async (who: { id: string }) => (await desk.sql<{ status: string }>("select status from identity.members where public_id = $1", [who.id]))[0]?.status;
const paid = async (who: { id: string }) => (await look(who)).claim.payments.map(({ payee, amount, currency, state }) => `${payee} ${amount} ${currency} ${state}`);
const why = (work: Promise<unknown>) => refused(work);
const told = async (email: string) => (await desk.sql<{ template: string }>("select template from outbox.mails where to_email = $1 order by created_at, id", [email])).map(({ template }) => template);
const faults = () => desk.sql("select * from funding.verify() union all select * from approval.verify() union all select * from ledger.verify()");

test("an amount is divided by shares without gain or loss, each part within one coin of exact", async () => {
  const shares = fc.uniqueArray(fc.integer({ min: 1, max: 9999 }), { maxLength: 9 }).map((cuts) => [...cuts].sort((a, b) => a - b)).map((cuts) => [...cuts, 10_000].map((cut, n) => cut - (cuts[n - 1] ?? 0)));
  await fc.assert(
    fc.asyncProperty(fc.bigInt({ min: 0n, max: 9_000_000_000_000_000n }), shares, async (amount, parts) => {
      const [row] = await desk.sql<{ parts: string[] }>("select compliance.divide($1, $2) as parts", [amount.toString(), parts]);
      const given = (row?.parts ?? []).map(BigInt);
      expect(given.reduce((sum, part) => sum + part, 0n)).toBe(amount);
      given.forEach((part, n) => {
        const exact = amount * BigInt(parts[n] ?? 0);
        expect(part * 10_000n - exact > -10_000n && part * 10_000n - exact < 10_000n).toBe(true);
      });
    }),
    { numRuns: 200 },
  );
  const [tie] = await desk.sql<{ parts: string[] }>("select compliance.divide(1, '{5000,5000}') as parts");
  expect(tie?.parts).toEqual(["1", "0"]);
});

test("from the report to the closed account: barred at once, two people, exact parts, each sent like a withdrawal", async () => {
  const who = await person();
  const claim = await open(who);
  expect(await statusOf(who)).toBe("claimed");
  // Nobody is in, and nobody comes in.
  expect(await why(desk.ask("member_frame", { token: who.token }))).toBe("signed_out");
  expect((await desk.signIn(who.email)).answer).toEqual({ outcome: "claimed" });
  expect(await told(who.email)).toContain("claim_opened");
  expect(await why(open(who))).toBe("not_active");
  const request = await pay(who, claim);
  expect(await why(pay(who, claim))).toBe("already_open");
  const seen = await desk.ask("staff_request", { token: finance.token, request });
  expect(seen.evidence.payment).toEqual([{ currency: "USD", amount: "100.01", parts: [{ name: "Bo", amount: "33.33" }, { name: "Cy", amount: "33.33" }, { name: "Di", amount: "33.35" }] }]);
  expect(JSON.stringify(seen.request.payload)).not.toMatch(/Bo|Cy|Di|DE89/);
  await desk.decide(finance, request);
  expect(await paid(who)).toEqual([]);
  expect(await why(desk.decide(finance, request))).toBe("same_person");
  await desk.decide(second, request);
  expect(await paid(who)).toEqual(["Bo 33.33 USD approved", "Cy 33.33 USD approved", "Di 33.35 USD approved"]);
  expect((await look(who)).claim.state).toBe("paying");
  expect(await desk.sql("select from ledger.balances b join identity.members m on m.id = b.member_id where m.public_id = $1 and (b.balance <> 0 or b.held <> 0)", [who.id])).toEqual([]);
  // The mailbox of the dead is not told of transfers to others.
  expect(await told(who.email)).not.toContain("withdrawal_approved");
  const settle = () => desk.ask("staff_claim_settle", { token: operations.token, claim, key: randomUUID() });
  expect(await why(settle())).toBe("account_not_empty");
  for (const { id } of (await look(who)).claim.payments) {
    await desk.ask("staff_withdrawal_sent", { token: finance.token, withdrawal: id, method, transaction_reference: randomUUID(), key: randomUUID() });
    await desk.ask("staff_withdrawal_confirm", { token: finance.token, withdrawal: id, key: randomUUID() });
  }
  expect(await why(cancel(claim))).toBe("already_decided");
  await settle();
  expect(await statusOf(who)).toBe("closed");
  expect(await why(pay(who, claim))).toBe("already_decided");
  expect(await faults()).toEqual([]);
});

test("a payment that came back goes out with the next one, and what contracts bring is paid when it is there", async () => {
  const who = await person("200.00", [{ name: "Bo", share: "60" }, { name: "Cy", share: "40", born_on: "2015-01-01", guardian: "Ed" }]);
  const plan = await desk.plan(operations, finance, { duration: 2 });
  await desk.fund("returns", "USD", "50.00", method, operations, finance);
  await desk.invest(who, plan, "100.00");
  const claim = await open(who);
  expect((await look(who)).claim.nominees.map(({ guardian }) => guardian)).toEqual([null, "Ed"]);
  const request = await pay(who, claim);
  await desk.decide(finance, request);
  await desk.decide(second, request);
  expect(await paid(who)).toEqual(["Bo 60.00 USD approved", "Cy 40.00 USD approved"]);
  expect(await why(pay(who, claim))).toBe("nothing_available");
  const [first] = (await look(who)).claim.payments;
  await desk.ask("staff_withdrawal_sent", { token: finance.token, withdrawal: first?.id, method, transaction_reference: randomUUID(), key: randomUUID() });
  await desk.ask("staff_withdrawal_returned", { token: finance.token, withdrawal: first?.id, reason: "Account closed", key: randomUUID() });
  // The contract goes on to its end: principal in DEPOSIT, interest in INTEREST; both are paid together.
  await goOn("2027-03-13");
  await desk.accrue("2027-03-11");
  await desk.accrue("2027-03-12");
  const later = await pay(who, claim);
  await desk.decide(finance, later);
  await desk.decide(second, later);
  expect((await paid(who)).slice(2)).toEqual(["Bo 96.12 USD approved", "Cy 64.08 USD approved"]);
  expect(await faults()).toEqual([]);
});

test("rejected or taken back, the account is as it was, suspended or not, and its money too", async () => {
  for (const [before, end] of [["active", "reject"], ["suspended", "cancel"], ["active", "cancel"]] as const) {
    const who = await person();
    await desk.sql("update identity.members set status = $2 where public_id = $1", [who.id, before]);
    const claim = await open(who);
    const request = await pay(who, claim);
    await desk.decide(finance, request, end === "reject" ? "reject" : "approve");
    if (end === "cancel") await cancel(claim);
    expect(await statusOf(who)).toBe(before);
    expect((await look(who)).claim.state).toBe(end === "reject" ? "rejected" : "cancelled");
    expect(await why(desk.decide(second, request))).toBe("already_decided");
    expect(await told(who.email)).toContain("claim_ended");
    const again = await desk.signIn(who.email);
    expect(await desk.wallets(again)).toMatchObject({ DEPOSIT: "100.01" });
    expect((await desk.ask("member_destinations", { token: again.token })).destinations).toEqual([]);
    // A new report is a new claim.
    expect(await open(who)).not.toBe(claim);
  }
});

test("those count who were named at the end of the day of death, not whom somebody named afterwards", async () => {
  const who = await person(null);
  await goOn("2027-03-20");
  const { token } = await desk.signIn(who.email);
  await name({ token }, [{ name: "Thief", share: "100" }]);
  await open(who, { died_on: "2027-03-19" });
  expect((await look(who)).claim.nominees.map(({ name: called }) => called)).toEqual(["Bo", "Cy", "Di"]);
  const changed = await person(null, [{ name: "Early", share: "100" }]);
  await name(changed, [{ name: "Late", share: "100" }]);
  await open(changed, { died_on: "2027-03-20" });
  expect((await look(changed)).claim.nominees.map(({ name: called }) => called)).toEqual(["Late"]);
});

test("what cannot be is refused, and the account stays open", async () => {
  const who = await person(null);
  const refusal = (more: Record<string, unknown>, of = who) => open(of, more).then(() => null, (error: unknown) => refusalOf(error));
  expect(await refusal({ died_on: "2027-03-21" })).toMatchObject({ code: "invalid_input", field: "died_on" });
  expect(await refusal({ died_on: "1890-01-01" })).toMatchObject({ code: "invalid_input", field: "died_on" });
  expect(await refusal({ died_on: null })).toMatchObject({ code: "invalid_input", field: "died_on" });
  expect(await refusal({ reported_by: " " })).toMatchObject({ code: "invalid_input", field: "reported_by" });
  expect(await refusal({ mime: "text/html" })).toMatchObject({ code: "file_invalid", field: "file" });
  expect(await refusal({ file: null })).toMatchObject({ code: "file_invalid", field: "file" });
  // Named only after that day, or never.
  expect(await refusal({ died_on: "2027-03-19" })).toMatchObject({ code: "no_nominees", field: "died_on" });
  expect(await refusal({ died_on: "2027-03-20" }, await person(null, []))).toMatchObject({ code: "no_nominees" });
  expect(await refusal({ token: finance.token })).toMatchObject({ code: "not_permitted" });
  expect(await statusOf(who)).toBe("active");
});

test("an account that is missing or impossible is refused at its nominee, and a second document is added", async () => {
  const who = await person();
  const claim = await open(who);
  const given = await accounts(who);
  const asked = (change: (list: Record<string, unknown>[]) => void) => {
    const list = given.map((one) => ({ ...one })) as Record<string, unknown>[];
    change(list);
    return pay(who, claim, { accounts: JSON.stringify(list) }).then(() => null, (error: unknown) => refusalOf(error));
  };
  expect(await asked((list) => list.splice(1, 1))).toMatchObject({ code: "invalid_input", field: "account_name_2" });
  expect(await asked((list) => { list[2] = { ...list[2], account_number: "12" }; })).toMatchObject({ code: "invalid_input", field: "account_number_3" });
  expect(await asked((list) => { list[0] = { ...list[0], ifsc: "X" }; })).toMatchObject({ code: "invalid_input", field: "ifsc_1" });
  await desk.ask("staff_claim_file_add", { token: operations.token, claim, ...document(), key: randomUUID() });
  const { files } = (await look(who)).claim;
  expect(files).toHaveLength(2);
  expect((await desk.ask("staff_claim_file", { token: finance.token, file: files[0]?.id })).file).toMatchObject({ name: "certificate.pdf" });
  expect(await why(desk.ask("staff_claim_file", { token: (await desk.staff("support")).token, file: files[0]?.id }))).toBe("not_permitted");
});

test("the accounts that were signed are the accounts that are paid", async () => {
  const who = await person();
  const claim = await open(who);
  const request = await pay(who, claim);
  await desk.decide(finance, request);
  await desk.sql("update funding.destinations set account_number = 'THIEF12345' where payee_id = (select id from compliance.claim_nominees where claim_id = $1 order by id limit 1)", [claim]);
  await expect(desk.decide(second, request)).rejects.toThrow(/other nominees or accounts/);
  expect(await paid(who)).toEqual([]);
});

test("what the member asked for before is not paid out; rejected, it goes to the nominees", async () => {
  const who = await person("100.00", [{ name: "Bo", share: "100" }]);
  const { request } = await desk.withdraw(who, "DEPOSIT", "30.00", await desk.destination(who));
  const claim = await open(who);
  expect(await why(desk.decide(finance, request as string))).toBe("claim_stands");
  await desk.decide(finance, request as string, "reject");
  const payment = await pay(who, claim);
  await desk.decide(finance, payment);
  await desk.decide(second, payment);
  expect(await paid(who)).toEqual(["Bo 100.00 USD approved"]);
});

test("two last approvals, or an approval and a claim taken back, at the same moment: one of the two happens", async () => {
  const ends: string[] = [];
  for (let round = 0; round < 6; round += 1) {
    const who = await person("10.00");
    const claim = await open(who);
    const request = await pay(who, claim);
    await desk.decide(finance, request);
    const third = round % 2 === 0 ? desk.decide(second, request) : null;
    const outcomes = await together<unknown>(() => third ?? desk.decide(second, request), () => cancel(claim));
    expect(words(outcomes).filter((word) => word === "accepted")).toHaveLength(1);
    const state = (await look(who)).claim.state;
    expect([await statusOf(who), (await paid(who)).length]).toEqual(state === "paying" ? ["claimed", 3] : ["active", 0]);
    ends.push(state);
  }
  expect(Object.keys(tally(ends)).every((state) => ["paying", "cancelled"].includes(state))).toBe(true);
  const other = await desk.staff("finance");
  const who = await person("10.00");
  const request = await pay(who, await open(who));
  await desk.decide(finance, request);
  expect(tally(words(await together(() => desk.decide(second, request), () => desk.decide(other, request))))).toEqual({ accepted: 1, already_decided: 1 });
  expect(await paid(who)).toHaveLength(3);
  expect(await faults()).toEqual([]);
});

test("two reports at the same moment are one claim", async () => {
  const who = await person(null);
  expect(tally(words(await together(() => open(who), () => open(who))))).toEqual({ accepted: 1, not_active: 1 });
});

test("what is personal of a claim goes with the account, shares and dates stay", async () => {
  const who = await person(null);
  const claim = await open(who, { died_on: "2027-03-20", note: "A note." });
  await desk.sql("select compliance.forget(id) from identity.members where public_id = $1", [who.id]);
  expect(await desk.sql("select reported_by, note, died_on::text as died from compliance.claims where id = $1", [claim])).toEqual([{ reported_by: "Anonymised", note: null, died: "2027-03-20" }]);
  expect(await desk.sql("select distinct name from compliance.claim_nominees where claim_id = $1", [claim])).toEqual([{ name: "Anonymised" }]);
  expect(await desk.sql("select from compliance.claim_files where claim_id = $1", [claim])).toEqual([]);
});

/** How money leaves (spec 3.6): destinations that cool, limits that add up, fees on top, the wallet that was held is the wallet debited. */
import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import { openDesk, refused, refusalOf, type Desk } from "../../tests/support/builders";
import { contents } from "../../tests/support/contents";
import { testDatabase, type TestDatabase } from "../../tests/support/database";

const none = { withdrawal_fee: "0", withdrawal_minimum: "0", withdrawal_most: "0", withdrawal_most_per_day: "0", withdrawal_most_first: "0", destination_cooling_hours: "0", require_kyc: "false", two_person_above: "0", otp_per_minute: "1000" };

let database: TestDatabase;
let desk: Desk;
let finance: { token: string };
let operations: { token: string };
let method: string;
let made = 0;

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database, 8);
  await desk.clock("2027-03-01T12:00:00Z");
  finance = await desk.staff("finance");
  operations = await desk.staff("operations");
  method = await desk.method();
  await desk.set(none);
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});

async function rich(amount = "1000.00") {
  made += 1;
  const who = await desk.member(`rich${made}`);
  await desk.deposit(who, amount, method, finance);
  return { ...who, to: await desk.destination(who) };
}
type Rich = Awaited<ReturnType<typeof rich>>;

const wallet = async (who: { token: string }, kind = "DEPOSIT") => ((await desk.ask("member_wallets", { token: who.token })).wallets as { kind: string; balance: string; held: string; available: string }[]).find((one) => one.kind === kind);
const check = (who: Rich, amount: string, change: Record<string, unknown> = {}) => desk.ask("member_withdrawal_check", { token: who.token, wallet: "DEPOSIT", currency: "USD", amount, destination: who.to, ...change });
const requestOf = async (subject: string): Promise<string> => (await desk.sql<{ id: string }>("select id from approval.requests where subject_id = $1", [subject]))[0]?.id ?? "";
const approve = async (subject: string) => desk.decide(finance, await requestOf(subject));
const send = (withdrawal: string, through = method, reference = randomUUID() as string) => desk.ask("staff_withdrawal_sent", { token: finance.token, withdrawal, method: through, transaction_reference: reference, key: randomUUID() });
/** Checked and requested are refused alike, and write nothing. */
async function refusedBoth(who: Rich, amount: string, expected: string): Promise<Record<string, string>> {
  const before = await contents(desk, ["identity.challenges", "outbox.mails", "outbox.jobs"]);
  expect(await refused(desk.withdraw(who, "DEPOSIT", amount, who.to))).toBe(expected);
  let params: Record<string, string> = {};
  await check(who, amount).catch((error: unknown) => {
    expect(refusalOf(error)).toMatchObject({ code: expected });
    params = refusalOf(error)?.params ?? {};
  });
  expect(await contents(desk, ["identity.challenges", "outbox.mails", "outbox.jobs"])).toEqual(before);
  return params;
}

test("a new destination cools before it can be used, by business time", async () => {
  await desk.set({ destination_cooling_hours: "24" });
  const who = await rich();
  await desk.set({ destination_cooling_hours: "0" });
  await refusedBoth(who, "10.00", "destination_cooling");
  await desk.clock("2027-03-02T11:59:59Z");
  await refusedBoth(who, "10.00", "destination_cooling");
  await desk.clock("2027-03-02T12:00:00Z");
  expect((await desk.withdraw(who, "DEPOSIT", "10.00", who.to)).outcome).toBe("requested");
});

test("a removed destination takes nothing new, and what is under way to it goes on", async () => {
  const who = await rich();
  const { withdrawal } = await desk.withdraw(who, "DEPOSIT", "10.00", who.to);
  await desk.ask("member_destination_remove", { token: who.token, destination: who.to, key: randomUUID() });
  await refusedBoth(who, "10.00", "not_found");
  expect(await approve(withdrawal)).toMatchObject({ state: "approved" });
  expect(await refused(desk.ask("member_destination_remove", { token: who.token, destination: who.to, key: randomUUID() }))).toBe("not_found");
});

test("minimum, most per request and fee on top, to the minor unit", async () => {
  const who = await rich("100.00");
  await desk.set({ withdrawal_minimum: "20", withdrawal_most: "60.50", withdrawal_fee: "1.25" });
  expect(await refusedBoth(who, "19.99", "below_minimum")).toMatchObject({ minimum: "20.00" });
  expect(await refusedBoth(who, "60.51", "limit_reached")).toMatchObject({ limit: "request", most: "60.50" });
  expect(await check(who, "60.50")).toMatchObject({ fee: "1.25", total: "61.75", available_after: "38.25" });
  const { withdrawal } = await desk.withdraw(who, "DEPOSIT", "60.50", who.to);
  expect(await wallet(who)).toMatchObject({ balance: "100.00", held: "61.75", available: "38.25" });
  expect(await refusedBoth(who, "37.01", "insufficient_available")).toMatchObject({ available: "38.25" });
  expect(await check(who, "37.00")).toMatchObject({ available_after: "0.00" });
  await approve(withdrawal);
  const fees = await desk.sql<{ kind: string; balance: string }>("select kind, balance::text from ledger.balances where kind in ('income:fees', 'payout_clearing') and currency = 'USD' order by kind");
  expect(fees).toMatchObject([{ kind: "income:fees", balance: "125" }, { kind: "payout_clearing" }]);
  await desk.set(none);
});

test("the limit of a day is a sum over the last 24 hours; refused and cancelled requests give their part back", async () => {
  await desk.clock("2027-03-10T12:00:00Z");
  const who = await rich();
  await desk.set({ withdrawal_most_per_day: "100" });
  const first = await desk.withdraw(who, "DEPOSIT", "70.00", who.to);
  expect(await refusedBoth(who, "30.01", "limit_reached")).toMatchObject({ limit: "day", most: "30.00" });
  await desk.ask("member_withdrawal_cancel", { token: who.token, withdrawal: first.withdrawal, key: randomUUID() });
  const again = await desk.withdraw(who, "DEPOSIT", "100.00", who.to);
  await approve(again.withdrawal);
  await refusedBoth(who, "0.01", "limit_reached");
  await desk.clock("2027-03-11T11:59:59Z");
  await refusedBoth(who, "0.01", "limit_reached");
  await desk.clock("2027-03-11T12:00:00Z");
  expect((await desk.withdraw(who, "DEPOSIT", "100.00", who.to)).outcome).toBe("requested");
  await desk.set(none);
});

test("until one withdrawal has been sent, all that are under way together are the first", async () => {
  const who = await rich();
  await desk.set({ withdrawal_most_first: "50" });
  expect(await refusedBoth(who, "50.01", "limit_reached")).toMatchObject({ limit: "first", most: "50.00" });
  const first = await desk.withdraw(who, "DEPOSIT", "30.00", who.to);
  expect(await refusedBoth(who, "20.01", "limit_reached")).toMatchObject({ limit: "first", most: "20.00" });
  await approve(first.withdrawal);
  await refusedBoth(who, "20.01", "limit_reached");
  await send(first.withdrawal);
  expect((await desk.withdraw(who, "DEPOSIT", "200.00", who.to)).outcome).toBe("requested");
  await desk.set(none);
});

test("of eight withdrawals of 30.00 at once under a day's limit of 100.00, three are accepted", async () => {
  await desk.set({ withdrawal_most_per_day: "100" });
  for (let round = 0; round < 4; round += 1) {
    const who = await rich();
    // Each code from a browser of its own, so that all requests are in flight at once; from both wallets, which are two locks.
    await desk.sql("select ledger.post('adjustment', '2027-03-01', null, null, array[(ledger.operator_account('bank:operator', 'USD'), 50000, null)::ledger.line, (ledger.wallet((select id from identity.members where public_id = $1), 'INTEREST', 'USD'), -50000, null)::ledger.line])", [who.id]);
    const works = await Promise.all(Array.from({ length: 8 }, async (_, n) => {
      const [challenge, browser, mac, from] = [randomUUID(), `browser-${randomUUID()}`, "d".repeat(64), n % 2 ? "DEPOSIT" : "INTEREST"];
      await desk.ask("auth_step_up_begin", { token: who.token, challenge, purpose: "withdrawal", context: `withdrawal|${from}|USD|30.00|${who.to}`, mac, sealed_code: "x", browser, ip: randomUUID() });
      return () => desk.ask("member_withdraw", { token: who.token, wallet: from, currency: "USD", amount: "30.00", destination: who.to, challenge, mac, browser, key: randomUUID() });
    }));
    const outcomes = await Promise.all(works.map((work) => work().then(() => "accepted", (error: unknown) => refusalOf(error)?.code ?? String(error))));
    expect(outcomes.sort()).toEqual([...Array.from({ length: 3 }, () => "accepted"), ...Array.from({ length: 5 }, () => "limit_reached")]);
  }
  await desk.set(none);
});

test("only DEPOSIT and INTEREST leave this way, only to one's own destination, only with KYC where it is asked for", async () => {
  const who = await rich();
  for (const kind of ["EARNINGS", "INVESTED", "EMI_RESERVE", "", null]) expect(await refused(check(who, "1.00", { wallet: kind }))).toBe("invalid_input");
  expect(await refused(check(who, "1.00", { destination: randomUUID() }))).toBe("not_found");
  expect(await refused(check(who, "1.00", { destination: null }))).toBe("not_found");
  expect(await refused(check(who, "1.00", { currency: "EUR" }))).toBe("insufficient_available");
  expect(await refused(check(who, "1.00", { currency: "XXX" }))).toBe("invalid_input");
  await desk.set({ require_kyc: "true" });
  await refusedBoth(who, "1.00", "kyc_required");
  await desk.sql("update identity.members set kyc_approved_at = now() where email = $1", [who.email]);
  expect((await desk.withdraw(who, "DEPOSIT", "1.00", who.to)).outcome).toBe("requested");
  await desk.set(none);
});

test("approval debits the wallet that was held, sending takes the method's cash, a return gives the sent amount back to that wallet", async () => {
  const who = await rich("100.00");
  await desk.sql("select ledger.post('adjustment', '2027-03-01', null, null, array[(ledger.operator_account('bank:operator', 'USD'), 5000, null)::ledger.line, (ledger.wallet((select id from identity.members where public_id = $1), 'INTEREST', 'USD'), -5000, null)::ledger.line])", [who.id]);
  await desk.set({ withdrawal_fee: "2" });
  const { withdrawal } = await desk.withdraw(who, "INTEREST", "40.00", who.to);
  await desk.set(none);
  await approve(withdrawal);
  expect([await wallet(who), await wallet(who, "INTEREST")]).toMatchObject([{ balance: "100.00" }, { balance: "8.00", held: "0.00" }]);
  const empty = await desk.method("USD", `Empty ${made}`);
  expect(await refused(send(withdrawal, empty))).toBe("method_short");
  expect(await refused(send(withdrawal, await desk.method("EUR")))).toBe("currency_mismatch");
  expect(await refused(send(withdrawal, randomUUID()))).toBe("not_found");
  for (const reference of ["", "  ", null]) expect(await refused(desk.ask("staff_withdrawal_sent", { token: finance.token, withdrawal, method, transaction_reference: reference, key: randomUUID() }))).toBe("invalid_input");
  const transfer = await desk.ask("staff_bank_transfer", { token: operations.token, from: method, to: empty, amount: "40.00", note: null, key: randomUUID() });
  await desk.decide(finance, transfer.request);
  await send(withdrawal, empty);
  expect(await refused(desk.ask("staff_withdrawal_returned", { token: finance.token, withdrawal, reason: " ", key: randomUUID() }))).toBe("note_required");
  await desk.ask("staff_withdrawal_returned", { token: finance.token, withdrawal, reason: "closed account", key: randomUUID() });
  expect([await wallet(who), await wallet(who, "INTEREST")]).toMatchObject([{ balance: "100.00" }, { balance: "48.00" }]);
  expect(await desk.sql("select * from ledger.verify()")).toEqual([]);
});

test("a method gives no more cash than it holds, whatever other methods hold", async () => {
  const second = await desk.method("USD", `Second ${made}`);
  const move = async (amount: string, from: string, to: string) => {
    const asked = await desk.ask("staff_bank_transfer", { token: operations.token, from, to, amount, note: null, key: randomUUID() });
    return desk.decide(finance, asked.request);
  };
  await move("15.00", method, second);
  expect(await refused(move("15.01", second, method))).toBe("method_short");
  expect(await move("15.00", second, method)).toMatchObject({ state: "approved" });
  expect(await refused(move("1.00", method, method))).toBe("invalid_input");
});

test.each([
  [{ type: "BANK", account_number: "12" }, "account_number"], [{ type: "BANK", account_number: "١٢٣٤٥٦" }, "account_number"], [{ type: "BANK", account_name: " " }, "account_name"], [{ type: "BANK", ifsc: "HDFC1000001" }, "ifsc"], [{ type: "BANK", label: "" }, "label"],
  [{ type: "BTC", address: "short" }, "address"], [{ type: "BTC", address: null }, "address"], [{ type: "ETH", address: "0x12 34567890123456789012" }, "address"], [{ type: "PAYPAL" }, "type"], [{ type: null }, "type"], [{ type: "BANK", label: "x".repeat(61) }, "label"],
])("a destination that cannot be one is refused at its field: %j", async (change, field) => {
  const { token } = await desk.member(`destination-${randomUUID().slice(0, 8)}`);
  const body = { token, label: "Mine", address: null, account_name: "Me", account_number: "1234567890", ifsc: null, ...change };
  await expect(desk.ask("member_destination_check", body)).rejects.toSatisfy((error: unknown) => refusalOf(error)?.code === "invalid_input" && refusalOf(error)?.field === field);
});

test("a deposit is claimed once per method and reference, while it is open or credited, in any case of letters", async () => {
  const [ann, bo] = [await desk.member("claims-a"), await desk.member("claims-b")];
  const claim = (who: { token: string }, reference: string | null, change: Record<string, unknown> = {}) => desk.ask("member_deposit_submit", { token: who.token, method, reference: null, amount: "5.00", transaction_reference: reference, file: null, key: randomUUID(), ...change });
  const first = await claim(ann, "Bank-77");
  for (const who of [ann, bo]) expect(await refused(claim(who, " bank-77 "))).toBe("reference_taken");
  await desk.decide(finance, first.request, "reject");
  const second = await claim(bo, "bank-77");
  await desk.decide(finance, second.request);
  expect(await refused(claim(ann, "BANK-77"))).toBe("reference_taken");
  for (const reference of [null, "", "  ", "x".repeat(121), "a\u0001b"]) expect(await refused(claim(ann, reference))).toBe("invalid_input");
  await desk.sql("update funding.methods set minimum = 1000 where id = $1", [method]);
  expect(await refused(claim(ann, "small"))).toBe("below_minimum");
  await desk.sql("update funding.methods set minimum = null, active = false where id = $1", [method]);
  expect(await refused(claim(ann, "off"))).toBe("not_active");
  await desk.sql("update funding.methods set active = true where id = $1", [method]);
  const outcomes = await Promise.all(Array.from({ length: 8 }, (_, n) => claim(n % 2 ? ann : bo, "rush").then(() => "accepted", (error: unknown) => refusalOf(error)?.code)));
  expect(outcomes.filter((one) => one === "accepted")).toHaveLength(1);
});

test("an upload is a PDF, PNG or JPEG of at most 10 MB under an id of its own, or `file_invalid`", async () => {
  const [ann, bo] = [await desk.member("files-a"), await desk.member("files-b")];
  const add = (who: { token: string }, change: Record<string, unknown> = {}) => desk.ask("member_file_add", { token: who.token, file: randomUUID(), name: "proof.pdf", mime: "application/pdf", bytes: 1_000, sha256: "a".repeat(64), ...change });
  for (const change of [{ mime: "image/svg+xml" }, { mime: "text/html" }, { mime: null }, { bytes: 0 }, { bytes: -1 }, { bytes: 10_485_761 }, { bytes: null }, { sha256: "xyz" }, { sha256: null }, { file: null }]) expect([change, await refused(add(ann, change))]).toEqual([change, "file_invalid"]);
  const file = randomUUID();
  expect(await add(ann, { file, bytes: 10_485_760 })).toEqual({ file });
  expect(await add(ann, { file })).toEqual({ file });
  expect(await refused(add(ann, { file, sha256: "b".repeat(64) }))).toBe("file_invalid");
  expect(await refused(add(bo, { file }))).toBe("file_invalid");
  const odd = randomUUID();
  await add(ann, { file: odd, name: "../../etc/passwd\\x.pdf" });
  expect((await desk.ask("member_file", { token: ann.token, file: odd })).file.name).toBe(".._.._etc_passwd_x.pdf");
});

/** Every answer of the desk has the shape its bridge promises: the pages are written against those shapes. */
import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import * as stepUp from "../../app/auth/step-up.server";
import { openSealedCode } from "../../app/auth/code.server";
import * as approval from "../../app/db/approval.server";
import * as compliance from "../../app/db/compliance.server";
import { withRoundTrips, roundTrips } from "../../app/db/db.server";
import * as funding from "../../app/db/funding.server";
import * as identity from "../../app/db/identity.server";
import * as invest from "../../app/db/invest.server";
import * as ledger from "../../app/db/ledger.server";
import { memberExit } from "../../app/db/ledger-statement.server";
import * as network from "../../app/db/network.server";
import * as office from "../../app/db/office.server";
import * as open from "../../app/db/public.server";
import * as referral from "../../app/db/referral.server";
import * as sandbox from "../../app/db/sandbox.server";
import * as treasury from "../../app/db/treasury.server";
import { bridgeWorld, type BridgeWorld } from "./support/bridge-world";

let world: BridgeWorld;

beforeAll(async () => {
  world = await bridgeWorld();
});
afterAll(() => world.end());

test("what anybody may read", async () => {
  expect(await open.publicReady()).toMatchObject({ ready: true, demo: true });
  expect((await open.publicPlans()).plans).toMatchObject([{ name: "Steady", daily_rate: "0.10", minimum: "100.00" }]);
  expect((await open.publicCoverage()).currencies).toMatchObject([{ currency: "USD", client: "100.00", short: false }]);
  expect(await open.publicReferrer(world.ann.code)).toEqual({ valid: true, name: "Ann" });
  expect(await open.publicReferrer("nobody")).toEqual({ valid: false, name: null });
  expect(await open.publicSeals(null)).toMatchObject({ seals: [], closed_until: null });
  await expect(open.publicAdmit("192.0.2.77", null)).resolves.toBeUndefined();
});

test("what a member reads", async () => {
  const { token } = world.bo;
  expect(await ledger.memberFrame(token)).toMatchObject({ member: { first_name: "Bo" }, currency: "USD", pending: { deposits: 0, withdrawals: 0 } });
  const home = await ledger.memberHome(token);
  expect(home).toMatchObject({ invested: "1000.00", coverage: { currency: "USD", client: "100.00" } });
  expect(home.recent.map(({ kind }) => kind)).toContain("accrual");
  expect((await ledger.memberWallets(token)).wallets.find(({ kind }) => kind === "INVESTED")?.balance).toBe("1000.00");
  expect((await invest.memberPlans(token)).plans[0]?.wallets.map(({ kind }) => kind)).toEqual(["DEPOSIT", "INTEREST"]);
  expect(await invest.memberPlan(token, world.plan)).toMatchObject({ plan: { state: "active" }, kyc_required: false });
  expect(await invest.memberQuote(token, { plan: world.plan, wallet: "DEPOSIT", amount: "250.00" })).toMatchObject({ days: 10, per_day: "0.25", total: "2.50", returned: "252.50" });
  expect((await invest.memberInvestments(token, { state: "active" })).items).toMatchObject([{ amount: "1000.00", accrued: "1.00", days_done: 1 }]);
  expect((await invest.memberInvestment(token, world.investment)).accruals.items).toMatchObject([{ k: 1, credit: "1.00", state: "posted" }]);
  expect((await invest.memberSchedule(token, world.investment)).schedule).toHaveLength(10);
  expect((await funding.memberMethods(token, "deposit")).methods).toMatchObject([{ type: "BANK", details: { bank_name: "First Bank" } }]);
  expect((await funding.memberDeposits(token)).items).toMatchObject([{ id: world.deposit, state: "approved", has_file: true }]);
  expect(await funding.memberDeposit(token, world.deposit)).toMatchObject({ deposit: { received: "2000.00" }, movement: { amount: "2000.00" } });
  expect(await funding.memberFile(token, world.file)).toMatchObject({ file: { name: "proof.pdf" } });
  expect((await identity.memberSessions(token)).sessions).toMatchObject([{ current: true }]);
});

test("every movement of a member opens its explanation", async () => {
  for (const { token } of [world.ann, world.bo]) {
    const { items } = await ledger.memberMovements(token, {}, { limit: 100 });
    expect(items.length).toBeGreaterThan(0);
    for (const { id, amount } of items) {
      const opened = await ledger.memberMovement(token, id);
      expect(opened.movement.amount).toBe(amount);
      expect(opened.lines.some(({ own }) => own)).toBe(true);
      expect(opened.sealed).toBe(false);
      expect(await ledger.memberProof(token, id)).toBeNull();
    }
  }
});

test("a list is read page by page without a gap", async () => {
  const whole = await ledger.memberMovements(world.bo.token, {}, { limit: 100 });
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page: typeof whole = await ledger.memberMovements(world.bo.token, {}, { cursor, limit: 1 });
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.next;
  } while (cursor !== null);
  expect(ids).toEqual(whole.items.map(({ id }) => id));
});

test("who brought somebody sees what it earned", async () => {
  const referrals = await referral.memberReferrals(world.ann.token);
  expect(referrals).toMatchObject({ code: world.ann.code, totals: { members: 1 }, items: [{ invested: true }], commissions: [{ base: "1000.00", amount: "30.00", state: "posted" }] });
});

test("a transfer, a language, a plan's end", async () => {
  expect(await ledger.memberTransfer(world.bo.token, { currency: "USD", amount: "0.50", key: randomUUID() })).toMatchObject({ movement: { kind: "own_transfer" } });
  await identity.memberLanguage(world.bo.token, "en");
  const { plan } = await invest.staffPlanCreate(world.operations, {
    name: "Short-lived", currency: "USD", timezone: "UTC", dailyRate: "0.10", minimum: "1.00", maximum: "2.00", duration: 1, unit: "MONTHS", referralRate: "0", description: "", riskText: "r", key: randomUUID(),
  });
  const figures = { dailyRate: "0.20", minimum: "1.00", maximum: "3.00", duration: 2, unit: "WEEKS", referralRate: "1.5", description: "d", riskText: "r" };
  expect(await invest.staffPlanVersionAdd(world.operations, { plan, ...figures, effectiveFrom: null, key: randomUUID() })).toHaveProperty("version");
  expect((await invest.staffPlan(world.operations, plan)).versions.map(({ version }) => version)).toEqual([2, 1]);
  await world.decideAll("reject", "not wanted");
  expect(await invest.staffPlanRetire(world.operations, plan, randomUUID())).toEqual({ state: "retired" });
});

test("what happens at the end of a term", async () => {
  const { token } = world.bo;
  const id = (await invest.memberInvestments(token)).items[0]?.id ?? "";
  expect((await invest.memberInvestment(token, id)).maturity).toMatchObject({ choice: "wallet", may_change: true, changes: [], renewal: null, again: { obstacle: null, terms: { version: 1 } } });
  expect(await invest.memberMaturityChoose(token, { investment: id, choice: "renew", riskAccepted: true, key: randomUUID() })).toMatchObject({ choice: "renew" });
  expect((await invest.memberInvestment(token, id)).maturity).toMatchObject({ choice: "renew", changes: [{ choice: "renew" }] });
  expect((await memberExit(token)).currencies[0]?.contracts).toMatchObject([{ id, renews: true }]);
});

test("who a member is, who comes after, and what closing takes", async () => {
  const { token } = world.bo;
  const { profile, name_locked } = await compliance.memberProfile(token);
  expect([profile.first_name, profile.country, name_locked]).toEqual(["Bo", null, false]);
  await compliance.memberProfileSave(token, { firstName: "Bo", lastName: "Test", mobile: profile.mobile ?? "", country: "IN", address: "1 Test Road", state: null, zip: "560001", city: "Bengaluru", language: "en" });
  expect(await compliance.memberKyc(token)).toMatchObject({ state: "draft", id: null, lacks: "identity", documents: [], tracker: [], required: false });
  const file = { name: "card.pdf", mime: "application/pdf", bytes: 10, sha256: "ab".repeat(32) };
  const document = await compliance.memberKycDocumentAdd(token, { document: randomUUID(), kind: "pan", sealed: `p1.k1.${"A".repeat(60)}`, last4: "234F", index: "cd".repeat(32), ifsc: null, expiresOn: null, file, key: randomUUID() });
  const bank = await compliance.memberKycDocumentAdd(token, { document: randomUUID(), kind: "bank", sealed: `p1.k1.${"B".repeat(60)}`, last4: "7766", index: "ef".repeat(32), ifsc: "HDFC0001234", expiresOn: null, file, key: randomUUID() });
  await compliance.memberKycDocumentRemove(token, bank, randomUUID());
  expect(await compliance.memberKycFile(token, document)).toMatchObject({ file: { name: "card.pdf", storage_key: document } });
  const { kyc, request } = await compliance.memberKycSubmit(token, randomUUID());
  expect((await approval.staffRequest(world.finance, request)).evidence).toMatchObject({ kyc: { state: "submitted" }, profile: { city: "Bengaluru" } });
  expect(await compliance.staffKycReview(world.operations, kyc, randomUUID())).toEqual({ state: "in_review" });
  expect(await compliance.staffKycDocument(world.finance, document)).toMatchObject({ document: { last4: "234F" }, member: { name: "Bo Test" }, may_reveal: true });
  expect(await compliance.staffKycReveal(world.finance, document, "Compared")).toMatchObject({ document, sealed: expect.stringMatching(/^p1\./) as string });
  expect(await compliance.staffKycFile(world.finance, document)).toMatchObject({ file: { mime: "application/pdf" } });
  await world.decideAll();
  expect(await compliance.memberKyc(token)).toMatchObject({ state: "approved", lacks: null });
  await compliance.memberNomineesSave(token, [{ name: "Ann Test", relation: "sibling", born_on: "1990-05-01", share: "100", guardian: null }]);
  expect(await compliance.memberNominees(token)).toEqual({ nominees: [{ name: "Ann Test", relation: "sibling", born_on: "1990-05-01", share: "100.00", guardian: null }] });
  expect((await compliance.memberCloseCheck(token)).obstacles).toContainEqual({ kind: "investments", count: 1, wallet: null, amount: null, currency: null });
  await expect(compliance.memberClose(token, randomUUID())).rejects.toMatchObject({ code: "account_not_empty" });
});

test("a withdrawal with its code, from the address book to the bank and back", async () => {
  const { token } = world.bo;
  const request = new Request("http://localhost:3000/", { method: "POST" });
  const draft = { type: "BANK", label: "My bank", address: null, account_name: "Bo Test", account_number: "99887766", ifsc: null };
  const { context } = await funding.memberDestinationCheck(token, draft);
  const wrong = await funding.memberDestinationAdd(token, draft, { challenge: randomUUID(), mac: "0".repeat(64), browser: "b".repeat(20) }, randomUUID());
  expect(wrong.outcome).not.toBe("added");
  const added = await funding.memberDestinationAdd(token, draft, await prove(request, "destination", context), randomUUID());
  if (added.outcome !== "added") throw new Error(added.outcome);
  expect((await funding.memberDestinations(token)).destinations).toMatchObject([{ label: "My bank", account_number_last4: "7766", usable: false }]);
  await sandbox.sandboxClockMove("25 hours");

  expect(await funding.memberWithdrawalForm(token)).toMatchObject({ limits: { currency: "USD" }, fee: "0.00" });
  const asked = { wallet: "DEPOSIT", currency: "USD", amount: "100.00", destination: added.destination.id };
  const check = await funding.memberWithdrawalCheck(token, asked);
  expect(check).toMatchObject({ total: "100.00", people_needed: 1, context: `withdrawal|DEPOSIT|USD|100.00|${added.destination.id}` });
  const requested = await funding.memberWithdraw(token, asked, await prove(request, "withdrawal", check.context), randomUUID());
  if (requested.outcome !== "requested") throw new Error(requested.outcome);
  expect((await ledger.memberWallets(token)).holds).toMatchObject([{ amount: "100.00", reason: "withdrawal" }]);

  const { items } = await approval.staffRequests(world.finance, { state: "pending", kind: "withdrawal" });
  expect(items).toMatchObject([{ kind: "withdrawal", amount: "100.00", may_decide: true, member: { name: "Bo Test" } }]);
  const seen = await approval.staffRequest(world.finance, items[0]?.id ?? "");
  expect(seen.evidence).toHaveProperty("destination");
  expect(await approval.staffDecide(world.finance, { request: seen.request.id, decision: "approve", note: null, payloadHash: seen.request.payload_hash, received: null, key: randomUUID() })).toEqual({ state: "approved", given: 1, needed: 1 });
  const toSend = (await funding.staffWithdrawals(world.operations, { state: "approved" })).items[0];
  expect(toSend).toMatchObject({ destination: { account_number: "99887766" }, methods: [{ name: "Main bank" }] });
  const { withdrawal } = requested;
  expect(await funding.staffWithdrawalSent(world.operations, { withdrawal, method: world.method, transactionReference: "OUT-1", key: randomUUID() })).toEqual({ state: "sent" });
  expect(await funding.staffWithdrawalReturned(world.operations, { withdrawal, reason: "account closed", key: randomUUID() })).toEqual({ state: "returned" });
  expect((await funding.memberWithdrawals(token)).items).toMatchObject([{ state: "returned", reason: "account closed" }]);
  expect((await funding.memberWithdrawal(token, withdrawal)).movements.map(({ kind }) => kind).sort()).toEqual(["withdrawal", "withdrawal_return"]);
  await funding.memberDestinationRemove(token, added.destination.id, randomUUID());
});

/** Begins a step-up as a page does and reads the code as the person does. */
async function prove(request: Request, purpose: "withdrawal" | "destination", context: string) {
  const begun = await stepUp.begin({ request, ip: "192.0.2.1", token: world.bo.token, purpose, context });
  const { rows } = await world.db.query<{ sealed: string }>("select props ->> 'sealed_code' as sealed from outbox.mails where template = 'step_up_code' order by created_at desc, id desc limit 1");
  const form = new FormData();
  form.set("step_up", begun.view.sealed);
  form.set("code", openSealedCode(rows[0]?.sealed ?? ""));
  const cookie = begun.headers.get("set-cookie")?.split(";")[0] ?? "";
  const proof = stepUp.read(new Request(request.url, { headers: { cookie } }), form);
  if (!proof) throw new Error("the form carries no step-up");
  return proof;
}

test("deposits that are taken back or refused", async () => {
  const { reference } = await funding.memberDepositForm(world.ann.token, world.method);
  const { deposit } = await funding.memberDepositSubmit(world.ann.token, { method: world.method, reference, amount: "50.00", transactionReference: "TX-9", file: null, key: randomUUID() });
  expect(await funding.memberDepositCancel(world.ann.token, deposit, randomUUID())).toEqual({ state: "cancelled" });
});

test("what staff read", async () => {
  const { operations, finance } = world;
  expect(await office.staffFrame(operations)).toMatchObject({ staff: { name: "Opal", role: "operations" }, demo: true });
  expect(await office.staffHome(finance)).toMatchObject({ members: { total: 2 }, trial: [{ currency: "USD", difference: "0.00" }] });
  expect((await office.staffMembers(finance, { search: "bo@" })).items).toMatchObject([{ name: "Bo Test" }]);
  expect(await office.staffMember(finance, world.bo.id)).toMatchObject({ member: { email: "bo@member.test" }, referrer: { name: "Ann Test" } });
  expect((await invest.staffPlans(finance)).plans.find(({ name }) => name === "Steady")).toMatchObject({ sold_count: 1, sold_sum: "1000.00" });
  expect((await funding.staffMethods(finance)).methods).toMatchObject([{ name: "Main bank", deposits_open: 0 }]);
  expect((await treasury.staffTreasury(finance)).treasuries.map(({ name }) => name).sort()).toEqual(["commission", "promo", "returns"]);
  expect((await ledger.staffTrialBalance(finance)).currencies).toMatchObject([{ currency: "USD", difference: "0.00" }]);
  expect(await funding.staffFile(finance, world.file)).toMatchObject({ file: { mime: "application/pdf" } });
  expect((await identity.staffSessions(finance)).sessions).toMatchObject([{ current: true }]);
});

test("requests of one's own can be taken back", async () => {
  const move = { treasury: "returns", currency: "USD", amount: "1.00", method: world.method, note: "spare", key: randomUUID() };
  const { request } = await treasury.staffTreasuryReturn(world.operations, move);
  expect(await approval.staffCancelRequest(world.operations, request, randomUUID())).toEqual({ state: "cancelled" });
  const other = await funding.staffMethodSave(world.operations, {
    method: null, name: "Bitcoin", type: "BTC", currency: "USD", address: "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq", instructions: null, details: {}, minimum: null, active: true, key: randomUUID(),
  });
  expect(await treasury.staffBankTransfer(world.operations, { from: world.method, to: other.method, amount: "5.00", note: null, key: randomUUID() })).toHaveProperty("request");
});

test("the sandbox", async () => {
  expect(await sandbox.sandboxMailbox("bo@member.test")).toEqual({ mails: [] });
  const { business_now } = await sandbox.sandboxClock();
  expect(await sandbox.sandboxClockSet(new Date(Date.parse(business_now) + 60_000).toISOString())).toHaveProperty("business_now");
  await world.db.query("update core.clock set sandbox = false, shift = '0'");
  for (const refused of [() => sandbox.sandboxMailbox(), () => sandbox.sandboxClock(), () => sandbox.sandboxClockMove("1 day")]) await expect(refused()).rejects.toMatchObject({ code: "not_permitted" });
  await world.db.query("update core.clock set sandbox = true");
});

test("another member's things are not found, whatever is asked for", async () => {
  const { token } = world.ann;
  for (const asked of [
    () => funding.memberDeposit(token, world.deposit),
    () => funding.memberFile(token, world.file),
    () => invest.memberInvestment(token, world.investment),
    () => invest.memberSchedule(token, world.investment),
    () => funding.memberDeposit(token, "not-a-uuid"),
    () => ledger.memberMovement(token, "1-1"),
  ]) {
    await expect(asked()).rejects.toMatchObject({ code: "not_found", status: 404 });
  }
});

test("a place in the tree, those below, and a pair with its explanation", async () => {
  await world.db.query("update core.settings set value = 'placement' where key = 'count_on'");
  await world.db.query("insert into identity.members (email, first_name, last_name, referral_code, terms_version, terms_accepted_at, joined_at) values ('cy@members.test', 'Cy', '', '22222222', '1', now(), now())");
  const ids = Object.fromEntries((await world.db.query<{ first_name: string; public_id: string }>("select first_name, public_id from identity.members")).rows.map((row) => [row.first_name, row.public_id]));
  const place = (member: string, sponsor: string | null) => network.staffNodePlace(world.operations, { member: ids[member] ?? "", sponsor: sponsor === null ? null : ids[sponsor] ?? "", placement: null, parent: null, side: null, key: randomUUID() });
  expect(await network.memberNetwork(world.ann.token, null)).toBeNull();
  expect(await place("Ann", null)).toMatchObject({ side: "L", depth: 1, parent: null, children: [] });
  await place("Bo", null);
  expect(await place("Cy", "Ann")).toMatchObject({ side: "R", parent: ids.Ann, sponsor: ids.Ann });
  await world.db.query("select desk.worker_network_match()");
  expect(await network.memberNetwork(world.ann.token, null)).toMatchObject({ left: 1, right: 1, pairs: 1, deferred: [], children: [{ name: expect.any(String) as string, side: "L" }, { name: "Cy", side: "R" }] });
  expect(await network.memberNetwork(world.ann.token, ids.Cy ?? "")).toMatchObject({ member: ids.Cy, left: 0 });
  expect(await network.memberPairs(world.ann.token)).toMatchObject({ items: [{ serial: 1, life: 1, value: "1000.00", earnings: "1000.00", emi: "0.00", payment: "awaiting", reversed_at: null }], deferred: [], owed: [], next: null });
});

test("sessions end at once, here and everywhere else", async () => {
  const { token } = world.bo;
  const [session] = (await identity.memberSessions(token)).sessions;
  expect(await identity.memberSessionsRevokeOthers(token)).toEqual({ revoked: 0 });
  expect(await identity.memberSessionRevoke(token, session?.id ?? "")).toEqual({ revoked: 1 });
  await expect(ledger.memberFrame(token)).rejects.toMatchObject({ code: "signed_out", status: 401 });
  const [own] = (await identity.staffSessions(world.operations)).sessions;
  expect(await identity.staffSessionRevoke(world.operations, own?.id ?? "")).toEqual({ revoked: 1 });
});

test("calls to Postgres are counted per request", async () => {
  await withRoundTrips(async () => {
    expect(roundTrips()).toBe(0);
    await Promise.all([open.publicSite(), open.publicPlans()]);
    expect(roundTrips()).toBe(2);
  });
  expect(roundTrips()).toBe(0);
});

/**
 * A company with something of everything the watch looks at: paid and waiting items, a contract that runs, one that is pre-funded and one
 * that has matured, deposits and withdrawals in every state, a request of two people, a keyed move and its reversal.
 */
import { randomUUID } from "node:crypto";

import { count, legs, match, plan } from "../../network/tests/support/pairs";
import { people } from "../../network/tests/support/tree";
import type { Desk } from "./builders";
import { untilEnded } from "./horizon";

export async function watchedWorld(desk: Desk) {
  await desk.clock("2027-03-01T10:00:00Z");
  await desk.set({ destination_cooling_hours: "0" });
  const [operations, finance, second, admin] = [await desk.staff("operations"), await desk.staff("finance"), await desk.staff("finance"), await desk.staff("admin")];
  const usd = await desk.method();
  const eur = await desk.method("EUR");
  for (const [treasury, amount] of [["returns", "500.00"], ["commission", "300.00"], ["promo", "300.00"]] as const) await desk.fund(treasury, "USD", amount, usd, operations, finance);
  const ann = await desk.member("ann");
  const bo = await desk.member("bo", ann.code);
  const steady = await desk.plan(operations, finance);
  const short = await desk.plan(operations, finance, { duration: 2 });
  const unfunded = await desk.plan(operations, finance, { currency: "EUR" });
  const steep = await desk.ask("staff_plan_create", { token: operations.token, name: "Steep", currency: "USD", timezone: "UTC", daily_rate: "0.50", minimum: "1.00", maximum: "9000.00", duration: 5, unit: "DAYS", referral_rate: "0", description: "", risk_text: "", key: randomUUID() });
  await desk.decide(finance, steep.request);
  await desk.decide(second, steep.request);

  await desk.deposit(bo, "2000.00", usd, finance);
  await desk.deposit(bo, "1000.00", eur, finance);
  await desk.deposit(bo, "100.00", usd, { token: finance.token });
  const large = await desk.ask("member_deposit_submit", { token: bo.token, method: usd, reference: null, amount: "6000.00", transaction_reference: randomUUID(), file: null, key: randomUUID() });
  await desk.decide(finance, large.request);
  await desk.decide(second, large.request);
  const refusedDeposit = await desk.ask("member_deposit_submit", { token: bo.token, method: usd, reference: null, amount: "11.00", transaction_reference: randomUUID(), file: null, key: randomUUID() });
  await desk.decide(finance, refusedDeposit.request, "reject");
  const openDeposit = await desk.ask("member_deposit_submit", { token: bo.token, method: usd, reference: null, amount: "12.00", transaction_reference: randomUUID(), file: null, key: randomUUID() });

  const investments = {
    steady: (await desk.invest(bo, steady, "1000.00")).investment as string,
    steep: (await desk.invest(bo, steep.plan as string, "500.00")).investment as string,
    short: (await desk.invest(bo, short, "100.00")).investment as string,
    unfunded: (await desk.invest(bo, unfunded, "1000.00")).investment as string,
  };
  await desk.settle();
  await untilEnded(desk.sql);
  for (const day of ["02", "03", "04", "05"]) {
    await desk.clock(`2027-03-${day}T10:00:00Z`);
    await desk.accrue(`2027-03-${day}`);
  }
  // Enough for two of the four days that wait in euros.
  await desk.fund("returns", "EUR", "2.50", eur, operations, finance);

  await desk.sql("update identity.members set kyc_approved_at = now() where public_id = $1", [bo.id]);
  const milestone = await desk.ask("staff_milestone_offer", { token: operations.token, name: "First one", needed: 1, reward: "25.00", currency: "USD", starts_on: "2027-03-01", ends_on: null, key: randomUUID() });
  await desk.ask("member_milestone_claim", { token: ann.token, milestone: milestone.milestone, key: randomUUID() });
  const [claimed] = await desk.sql<{ id: string }>("select id from approval.requests where kind = 'milestone'");
  await desk.decide(finance, claimed?.id ?? "");
  await desk.settle();

  // Ann with two on either side: two pairs.
  await desk.set({ network_currency: "USD", pair_value: "1.00", count_on: "placement" });
  const [top] = await desk.sql<{ id: string }>("select id from identity.members where public_id = $1", [ann.id]);
  await plan(desk);
  const tree = await legs(desk, [top?.id ?? "", ...(await people(desk, 4, "leg"))], 2, 2);
  for (const one of [...tree.left, ...tree.right]) await count(desk, one, "2027-03-05T09:00:00Z");
  await match(desk);
  await desk.settle();

  const to = await desk.destination(bo);
  const withdrawals: Record<string, string> = {};
  await desk.set({ otp_per_minute: "100" });
  for (const [state, amount] of [["pending", "50.00"], ["rejected", "40.00"], ["approved", "60.00"], ["sent", "70.00"], ["returned", "80.00"]] as const) {
    const made = await desk.withdraw(bo, "DEPOSIT", amount, to);
    withdrawals[state] = made.withdrawal as string;
    if (state === "pending") continue;
    await desk.decide(finance, made.request, state === "rejected" ? "reject" : "approve");
    if (state === "rejected" || state === "approved") continue;
    await desk.ask("staff_withdrawal_sent", { token: operations.token, withdrawal: made.withdrawal, method: usd, transaction_reference: randomUUID(), key: randomUUID() });
    if (state === "returned") await desk.ask("staff_withdrawal_returned", { token: operations.token, withdrawal: made.withdrawal, reason: "closed", key: randomUUID() });
  }
  // A booking that stands, with own money in it, and one that was cancelled and refunded; the commission of the second was never paid.
  const vehicle = await desk.ask("staff_vehicle_save", { token: operations.token, vehicle: null, name: "Car", price: "4000.00", currency: "INR", active: true, picture: null, key: randomUUID() });
  await desk.sql("select ledger.post('adjustment', '2027-03-05', null, null, array[(ledger.operator_account('bank:operator', 'INR'), 20000, null)::ledger.line, (ledger.wallet((select id from identity.members where public_id = $1), 'EMI_RESERVE', 'INR'), -20000, null)::ledger.line])", [ann.id]);
  for (const [who, rejected] of [[ann, "800.00"], [bo, "900.00"]] as const) {
    const { booking } = await desk.ask("member_book", { token: who.token, vehicle: vehicle.vehicle, price: "4000.00", parts: 3, day: 5, key: randomUUID() });
    for (const [amount, decision] of [["500.00", "approve"], [rejected, "reject"]] as const) {
      const paid = await desk.ask("member_booking_pay", { token: who.token, booking, amount, transaction_reference: randomUUID(), key: randomUUID() });
      await desk.decide(finance, paid.request, decision);
    }
    if (who === ann) continue;
    await desk.decide(finance, (await desk.ask("member_booking_cancel", { token: who.token, booking, key: randomUUID() })).request);
    await desk.ask("staff_booking_refunded", { token: finance.token, booking, transaction_reference: randomUUID(), key: randomUUID() });
  }
  // Of Ann's earnings one payout was sent and one waits; a credit was looked at for tax.
  const bank = await desk.destination(ann);
  for (const gross of ["6.00", "5.00"]) {
    const made = await desk.ask("member_payout_request", { token: ann.token, currency: "USD", amount: gross, autofill: false, destination: bank, key: randomUUID(), ...(await desk.code(ann.token, "withdrawal", `withdrawal|EARNINGS|USD|${gross}|${bank}`)) });
    if (gross === "5.00") continue;
    await desk.decide(finance, made.request);
    await desk.ask("staff_bank_file_make", { token: operations.token, method: usd, key: randomUUID() });
  }
  // 0.10 of its tax was paid over to the authority.
  await desk.decide(finance, (await desk.ask("staff_tax_deposit", { token: operations.token, quarter_on: "2027-01-01", rule: "00000000-0000-7000-8000-000000000001", currency: "USD", amount: "0.10", method: usd, reference: "CH-1", paid_on: "2027-03-05", note: null, key: randomUUID() })).request);
  await desk.set({ tax_regime: "IN" });
  await desk.sql("select payout.tax_items(array(select item_id from network.pairs order by id limit 1), '2027-03-05T10:00:00Z')");
  await desk.set({ tax_regime: "SEED" });
  const [moved] = await desk.sql<{ id: string }>("select ledger.move(1, gen_random_uuid(), 'adjustment', '2027-03-05', ledger.operator_account('bank:operator', 'USD'), ledger.operator_account('equity:operator', 'USD'), 700)::text as id");
  await desk.sql("select ledger.reverse($1, '2027-03-05', 1, null)", [moved?.id]);
  await desk.deposit(ann, "33.00", usd, finance);
  // Transactions of other databases on the server hold the horizon back for a moment.
  for (let tries = 0; tries < 400 && (await desk.sql("select from audit.log e where not exists (select from audit.seals s where e.id <@ s.entry_ids)")).length > 0; tries += 1) await desk.sql("select desk.worker_audit_seal(), pg_sleep(0.025)");
  return { operations, finance, second, admin, ann, bo, usd, investments, withdrawals, deposits: { open: openDeposit.deposit as string, refused: refusedDeposit.deposit as string, large: large.deposit as string }, requests: { large: large.request as string, refused: refusedDeposit.request as string }, move: moved?.id ?? "" };
}
export type WatchedWorld = Awaited<ReturnType<typeof watchedWorld>>;

/** A small company in which every money operation is about to happen, and each of them as one call. */
import type { Desk } from "../../../sql/tests/support/builders";
import { randomFrom } from "../../hammer/random";
import type { Call } from "./interleave";

/** `key` differs between the two of a pair, unless the operation is about the key. */
export type Operation = { name: string; call(seat: "A" | "B"): Call };

export async function buildCompany(desk: Desk, seed: number): Promise<Operation[]> {
  const random = randomFrom(seed);
  await desk.clock("2027-03-10T12:00:00Z");
  await desk.set({ two_person_above: "700", destination_cooling_hours: "0", withdrawal_fee: "1.00", sign_on_bonus: "5.00", otp_per_minute: "1000000", posts_per_minute: "1000000" });
  const [maker, one, two, three] = [await desk.staff("operations"), await desk.staff("finance"), await desk.staff("finance"), await desk.staff("finance")];
  const [bank, other] = [await desk.method("USD", "First bank"), await desk.method("USD", "Second bank")];
  const plan = await desk.plan(maker, one, { name: "Plan on sale", daily_rate: "0.10", minimum: "1.00", duration: 10 });
  const boss = await desk.member("boss");
  const ann = await desk.member("ann", boss.code);
  await desk.deposit(ann, "600.00", bank, one);
  await desk.deposit(boss, "150.00", other, one);
  // This pays one of two contracts' days: who comes later waits.
  await desk.fund("returns", "USD", "0.25", bank, maker, one);
  await desk.fund("commission", "USD", "4.00", bank, maker, one);
  await desk.sql("select ledger.post('adjustment', '2027-03-01', null, null, array[(ledger.operator_account('bank:operator', 'USD'), 5000, null)::ledger.line, (ledger.wallet((select id from identity.members where email = $1), 'INTEREST', 'USD'), -5000, null)::ledger.line])", [ann.email]);
  const contract = await desk.invest(ann, plan, "200.00");
  await desk.invest(boss, plan, "100.00");
  const to = await desk.destination(ann);
  const ask = (name: string, args: Record<string, unknown>) => desk.ask(name, { key: random.uuid(), ...args });
  const submit = (amount: string) => ask("member_deposit_submit", { token: ann.token, method: bank, reference: null, amount, transaction_reference: random.uuid(), file: null });
  const [small, large] = [await submit("300.00"), await submit("800.00")];
  await desk.decide(one, large.request);
  const [pending, approved, sent] = [await desk.withdraw(ann, "DEPOSIT", "100.00", to), await desk.withdraw(ann, "DEPOSIT", "40.00", to), await desk.withdraw(ann, "DEPOSIT", "30.00", to)];
  for (const { request } of [approved, sent]) await desk.decide(one, request);
  await ask("staff_withdrawal_sent", { token: one.token, withdrawal: sent.withdrawal, method: bank, transaction_reference: "T-1" });
  const treasury = (name: string, amount: string) => ask(name, { token: maker.token, treasury: "returns", currency: "USD", amount, method: bank, note: null });
  const [funding, back] = [await treasury("staff_treasury_fund", "6.00"), await treasury("staff_treasury_return", "0.20")];
  const transfer = await ask("staff_bank_transfer", { token: maker.token, from: other, to: bank, amount: "120.00", note: null });
  const figures = { minimum: "1.00", maximum: "5000.00", duration: 20, unit: "DAYS", referral_rate: "3.00", description: "", risk_text: "" };
  const version = await ask("staff_plan_version_add", { token: maker.token, plan, daily_rate: "0.09", effective_from: null, ...figures });
  for (const by of [one, two]) await desk.readWhatIf(by, version.version);
  // The day after: one day of both contracts is due, and its run has begun.
  await desk.clock("2027-03-11T12:00:00Z");
  await desk.job("worker_accrual_begin", { as_of: "2027-03-11", timezone: "UTC" });
  await desk.sql("update approval.requests set expires_at = '2027-03-11T11:00:00Z' where id = $1", [pending.request]);

  const codes = new Map<string, Record<string, string>>();
  for (const seat of ["A", "B"]) {
    const [challenge, mac, browser] = [random.uuid(), random.uuid().replaceAll("-", "").repeat(2), `browser-${random.uuid()}`];
    await desk.ask("auth_step_up_begin", { token: ann.token, challenge, purpose: "withdrawal", context: `withdrawal|DEPOSIT|USD|150.00|${to}`, mac, sealed_code: "sealed", browser, ip: random.uuid() });
    codes.set(seat, { challenge, mac, browser });
  }

  const keys = { A: random.uuid(), B: random.uuid() };
  const shared = random.uuid();
  const web = (name: string, title: string, args: Record<string, unknown>, key?: string): Operation => ({ name: title, call: (seat) => ({ role: "coffer_web", name, args: { ...args, key: key ?? keys[seat] } }) });
  const job = (name: string, title: string, args: Record<string, unknown> = {}): Operation => ({ name: title, call: () => ({ role: "coffer_worker", name, args }) });
  const decide = (title: string, by: { token: string }, request: unknown, decision: "approve" | "reject" = "approve") =>
    web("staff_decide", title, { token: by.token, request, decision, note: decision === "reject" ? "not in order" : null, payload_hash: null, received: null });
  const invest = (title: string, wallet: string, amount: string) => web("member_invest", title, { token: ann.token, plan, version: null, wallet, amount, risk_accepted: true });
  const move = (title: string, amount: string, key?: string) => web("member_transfer", title, { token: ann.token, currency: "USD", amount }, key);
  return [
    decide("deposit approved", one, small.request), decide("deposit rejected", two, small.request, "reject"), web("member_deposit_cancel", "deposit cancelled", { token: ann.token, deposit: small.deposit }),
    decide("second approval", two, large.request), decide("another second approval", three, large.request), decide("second voice against", three, large.request, "reject"),
    { name: "withdrawal requested", call: (seat) => ({ role: "coffer_web", name: "member_withdraw", args: { token: ann.token, wallet: "DEPOSIT", currency: "USD", amount: "150.00", destination: to, key: keys[seat], ...codes.get(seat) } }) },
    { name: "withdrawal under one key", call: () => ({ role: "coffer_web", name: "member_withdraw", args: { token: ann.token, wallet: "DEPOSIT", currency: "USD", amount: "150.00", destination: to, key: shared, ...codes.get("A") } }) },
    decide("withdrawal approved", one, pending.request), decide("withdrawal rejected", two, pending.request, "reject"), web("member_withdrawal_cancel", "withdrawal cancelled", { token: ann.token, withdrawal: pending.withdrawal }),
    web("staff_withdrawal_sent", "withdrawal sent", { token: two.token, withdrawal: approved.withdrawal, method: bank, transaction_reference: "T-2" }), web("staff_withdrawal_confirm", "withdrawal confirmed", { token: two.token, withdrawal: sent.withdrawal }),
    web("staff_withdrawal_returned", "withdrawal returned", { token: three.token, withdrawal: sent.withdrawal, reason: "closed" }), job("worker_requests_expire", "requests expire"),
    invest("invest from deposit", "DEPOSIT", "160.00"), invest("invest from interest", "INTEREST", "40.00"), move("move", "30.00"), move("move under one key", "20.00", shared), move("another move under that key", "25.00", shared),
    decide("treasury funded", one, funding.request), decide("treasury taken back", two, back.request), web("staff_cancel_request", "funding cancelled", { token: maker.token, request: funding.request }), decide("bank transfer", three, transfer.request),
    job("worker_settle", "settle"), job("worker_accrual_chunk", "accrue", { as_of: "2027-03-11", timezone: "UTC" }), job("worker_accrual_begin", "accrual begins", { as_of: "2027-03-11", timezone: "UTC" }), job("worker_fold", "fold"), job("worker_waiting_mails", "waiting mails", { limit: 50 }),
    decide("plan version activated", two, version.request), web("staff_plan_retire", "plan retired", { token: maker.token, plan }),
    web("member_deposit_submit", "deposit submitted", { token: ann.token, method: bank, reference: null, amount: "10.00", transaction_reference: "T-3", file: null }), { name: "contract read", call: () => ({ role: "coffer_web", name: "member_investment", args: { token: ann.token, investment: contract.investment } }) },
  ];
}

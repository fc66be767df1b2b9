/** A house that pays earnings out, for the tests of payouts: rupees, one bank account of the operator, and people with earnings and a bank account. */
import { randomUUID } from "node:crypto";

import { openSales, type Person } from "../../ev/tests/world";

export type Earner = Person & { to: string; key: string };

export async function openPayouts() {
  const sales = await openSales();
  const { desk, operations, finance, method } = sales;
  await desk.set({ destination_cooling_hours: "0", network_currency: "INR", tax_regime: "SEED", tax_cap_scope: "per_payout" });
  const second = await desk.staff("finance");

  /** Earnings that the client account holds. */
  const earn = (key: string, minor: number) =>
    desk.sql("select ledger.post('adjustment', '2027-03-01', null, null, array[((select account_id from funding.methods where id = $2), $3::bigint, null)::ledger.line, (ledger.wallet($1, 'EARNINGS', 'INR'), -$3::bigint, null)::ledger.line])", [key, method, minor]);
  const earner = async (minor: number): Promise<Earner> => {
    const who = await sales.person();
    const key = await sales.key(who);
    if (minor > 0) await earn(key, minor);
    return { ...who, to: await desk.destination(who), key };
  };
  const prove = (who: Earner, gross: string) => desk.code(who.token, "withdrawal", `withdrawal|EARNINGS|INR|${gross}|${who.to}`);
  const ask = async (who: Earner, gross: string, autofill = false, key = randomUUID()) =>
    desk.ask("member_payout_request", { token: who.token, currency: "INR", amount: gross, autofill, destination: who.to, key, ...(await prove(who, gross)) }) as Promise<{ payout: string; request: string; outcome: string }>;
  const approve = (request: string, by = finance) => desk.decide(by, request);
  const file = () => desk.ask("staff_bank_file_make", { token: operations.token, method, key: randomUUID() });
  const paid = (payout: string) => desk.ask("staff_payout_paid", { token: operations.token, payout, key: randomUUID() });
  const returned = (payout: string) => desk.ask("staff_payout_returned", { token: operations.token, payout, reason: "account closed", key: randomUUID() });
  const reverse = (payout: string) => desk.ask("staff_payout_reverse", { token: finance.token, payout, reason: "a wrong account", key: randomUUID() });
  const cancel = (who: Earner, payout: string) => desk.ask("member_payout_cancel", { token: who.token, payout, key: randomUUID() });
  const show = async (who: Earner, payout: string) => (await desk.ask("member_payout", { token: who.token, payout })).payout as { state: string; tax: string; emi: string; bank: string; reference: string };
  const earnings = async (who: Earner) =>
    (await desk.sql<{ balance: string; available: string }>("select b.balance::text, b.available::text from ledger.balances b where b.member_id = $1 and b.kind = 'EARNINGS' and b.currency = 'INR'", [who.key]))[0];
  const wrong = () => desk.sql("select f.law, f.object, f.expected, f.found from unnest(array['audit', 'ledger', 'treasury', 'approval', 'referral', 'funding', 'invest', 'ev', 'network', 'payout']) d cross join lateral desk.faults(d) f");
  return { ...sales, second, earn, earner, prove, ask, approve, file, paid, returned, reverse, cancelPayout: cancel, show, earnings, wrong };
}
export type Payouts = Awaited<ReturnType<typeof openPayouts>>;

/** A PAN as if it had been handed in. */
export const handInPan = (desk: Payouts["desk"], key: string) =>
  desk.sql(
    `with k as (insert into compliance.kyc (member_id, reference, state, opened_at, submitted_at) values ($1::bigint, 'K-' || $1::bigint, 'submitted', now(), now()) returning member_id)
     insert into compliance.documents (id, member_id, kind, number_sealed, number_last4, number_index, file_name, mime, bytes, sha256, added_at)
     select gen_random_uuid(), k.member_id, 'pan', 'p1.k1.' || repeat('A', 60), '0000', sha256(convert_to(k.member_id::text, 'UTF8')), 'pan.pdf', 'application/pdf', 1, sha256('pan'), now() from k`, [key]);

/** A house that sells vehicles, for the tests of bookings. */
import { randomUUID } from "node:crypto";

import { openDesk, type Desk } from "../../tests/support/builders";
import { testDatabase, type TestDatabase } from "../../tests/support/database";

export type Person = { token: string; id: string; code: string };

export async function openSales(given?: TestDatabase) {
  const database = given ?? await testDatabase();
  const desk: Desk = await openDesk(database);
  await desk.clock("2027-03-01T10:00:00Z");
  await desk.set({ otp_per_minute: "100000", cooling_off_days: "0", two_person_above: "0", sign_on_bonus: "0", network_timezone: "UTC" });
  const [operations, finance] = [await desk.staff("operations"), await desk.staff("finance")];
  const method = await desk.method("INR");

  const vehicle = async (price: string): Promise<string> =>
    (await desk.ask("staff_vehicle_save", { token: operations.token, vehicle: null, name: `Car ${randomUUID().slice(0, 8)}`, price, currency: "INR", active: true, picture: null, key: randomUUID() })).vehicle as string;
  const person = (referral: string | null = null): Promise<Person> => desk.member(`p${randomUUID().slice(0, 8)}`, referral);
  const book = async (who: Person, price: string, emi: { parts: number; day: number } | null = null): Promise<string> =>
    (await desk.ask("member_book", { token: who.token, vehicle: await vehicle(price), price, parts: emi?.parts ?? null, day: emi?.day ?? null, key: randomUUID() })).booking as string;
  const submit = async (who: Person, booking: string, amount: string, reference: string = randomUUID()) =>
    (await desk.ask("member_booking_pay", { token: who.token, booking, amount, transaction_reference: reference, key: randomUUID() })) as unknown as { payment: string; request: string };
  const pay = async (who: Person, booking: string, amount: string, reference?: string) => desk.decide(finance, (await submit(who, booking, amount, reference)).request);
  const cancel = async (who: Person, booking: string) => (await desk.ask("member_booking_cancel", { token: who.token, booking, key: randomUUID() })).request as string;
  const look = async (who: Person, booking: string) => desk.ask("member_booking", { token: who.token, booking });
  const key = async (who: Person): Promise<string> => (await desk.sql<{ id: string }>("select id from identity.members where public_id = $1", [who.id]))[0]?.id ?? "";
  /** EMI money in the reserve, as a pair leaves it there. */
  const reserve = async (who: Person, minor: number) =>
    desk.sql("select ledger.post('adjustment', '2027-03-01', null, null, array[(ledger.operator_account('bank:operator', 'INR'), $2::bigint, null)::ledger.line, (ledger.wallet($1, 'EMI_RESERVE', 'INR'), -$2::bigint, null)::ledger.line])", [await key(who), minor]);
  const applyEmi = async (who: Person, minor: number, cause: string) =>
    (await desk.sql<{ booking: string | null; applied: string }>("select booking, applied::text from ev.apply_emi($1, 'INR', $2, $3, '2027-03-01', null, core.business_now())", [await key(who), minor, cause]))[0];
  const takeBack = async (who: Person, minor: number, cause: string) =>
    (await desk.sql<{ taken: string }>("select ev.take_back_emi($1, 'INR', $2, $3, '2027-03-01', null, core.business_now())::text as taken", [await key(who), minor, cause]))[0]?.taken;
  /** What contradicts the books; empty in true ones. */
  const faults = () => desk.sql("select f.law, f.object from unnest(array['ledger', 'treasury', 'approval', 'referral']) d cross join lateral desk.faults(d) f");
  const close = async () => {
    await desk.close();
    await database.drop();
  };
  return { database, desk, operations, finance, method, vehicle, person, book, submit, pay, cancel, look, key, reserve, applyEmi, takeBack, faults, close };
}
export type Sales = Awaited<ReturnType<typeof openSales>>;

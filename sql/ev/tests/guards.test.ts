/** What refuses in ev behind another guard, or that no page leads to, refuses by itself: reached directly on good rows. */
import { afterAll, beforeAll, expect, test } from "vitest";

import { openGuarded, wrongRefusals, type Guard } from "../../tests/support/guards";
import { goodId as id, type Rows } from "../../tests/support/rows";

let rows: Rows;
beforeAll(async () => { rows = await openGuarded(); });
afterAll(() => rows.close());

const at = "'2027-02-02T00:00:00Z'";
const nobody = id(99);
const uncleared = "update audit.findings set cleared_at = null, cleared_by = null, note = null";
const vehicle = (more: { of?: string; name?: string; price?: number; currency?: string }) => `ev.save_vehicle(${more.of ?? id(110)}, '${more.name ?? "Car"}', ${more.price ?? 60000}, '${more.currency ?? "USD"}', true, null, ${at})`;
const book = (more: { of?: string; price?: number; parts?: string; day?: string }) => `ev.book(901, ${more.of ?? id(110)}, ${more.price ?? 200}, ${more.parts ?? "null"}, ${more.day ?? "null"}, ${at})`;

const guards: readonly Guard[] = [
  ["ev.keep_booking", "alter table ev.bookings enable always trigger bookings_are_kept; update ev.bookings set price = 201", null, "immutable"],
  ["ev.keep_payment", "alter table ev.payments enable always trigger payments_are_kept; update ev.payments set amount = 101", null, "immutable"],
  ["ev.save_vehicle", "", vehicle({ name: " " }), "invalid_input", "name"],
  ["ev.save_vehicle", "", vehicle({ price: 49999 }), "below_minimum", "price"],
  ["ev.save_vehicle", "", vehicle({ currency: "INR" }), "currency_mismatch", "currency"],
  ["ev.save_vehicle", "", vehicle({ of: nobody }), "not_found", "vehicle"],
  ["ev.save_vehicle", "", vehicle({ of: "null", name: "CAR" }), "reference_taken", "name"],
  ["ev.book", "update identity.members set status = 'closed'", book({}), "not_active"],
  ["ev.book", "", book({ of: nobody }), "not_found", "vehicle"],
  ["ev.book", "update ev.vehicles set active = false", book({}), "not_active", "vehicle"],
  ["ev.book", "", book({ price: 199 }), "version_changed"],
  ["ev.book", "", book({ parts: "3" }), "invalid_input", "parts"],
  ["ev.book", "", book({ day: "3" }), "invalid_input", "parts"],
  ["ev.book", "", book({ parts: "121", day: "3" }), "invalid_input", "parts"],
  ["ev.book", "", book({ parts: "3", day: "32" }), "invalid_input", "day"],
  ["ev.lock_booking", "", `ev.lock_booking(${nobody})`, "not_found"],
  ["ev.check_payment", "", `ev.check_payment(b, 101) from ev.bookings b where id = ${id(111)}`, "exceeds_outstanding", "amount"],
  ["ev.check_payment", "", `ev.check_payment(b, 99) from ev.bookings b where id = ${id(111)}`, "below_minimum", "amount"],
  ["ev.check_payment", "", `ev.check_payment(b, 100) from ev.bookings b where id = ${id(112)}`, "not_active", "booking"],
  ["ev.submit_payment", "", `ev.submit_payment(901, ${id(111)}, 100, ' ', ${at})`, "invalid_input", "transaction_reference"],
  ["ev.submit_payment", "", `ev.submit_payment(902, ${id(111)}, 100, 'TX-9', ${at})`, "not_found", "booking"],
  ["ev.submit_payment", "", `ev.submit_payment(901, ${id(111)}, 100, 'tx-4', ${at})`, "reference_taken", "transaction_reference"],
  ["ev.confirm_payment", "", `ev.confirm_payment(${id(113)}, '2027-02-02', '2027-02-02', 903, ${at})`, "already_decided"],
  ["ev.reject_payment", "", `ev.reject_payment(${id(113)}, 'late', ${at})`, "already_decided"],
  ["ev.cancel_booking", "", `ev.cancel_booking(${id(112)}, '2027-02-02', 903, ${at})`, "already_decided"],
  ["ev.cancel_booking", `update ev.bookings set external = 200, delivered_at = now() where id = ${id(111)}`, `ev.cancel_booking(${id(111)}, '2027-02-02', 903, ${at})`, "already_decided"],
  ["ev.refund_booking", "", `ev.refund_booking(${id(111)}, ' ', '2027-02-02', 903, ${at})`, "invalid_input", "transaction_reference"],
  ["ev.refund_booking", "", `ev.refund_booking(${id(111)}, 'TX-9', '2027-02-02', 903, ${at})`, "already_decided"],
  ["ev.refund_booking", "", `ev.refund_booking(${id(112)}, 'TX-9', '2027-02-02', 903, ${at})`, "already_decided"],
  ["ev.refund_booking", uncleared, `ev.refund_booking(${id(111)}, 'TX-9', '2027-02-02', 903, ${at})`, "payouts_paused"],
  ["ev.deliver", "", `ev.deliver(${id(111)}, ${at})`, "not_paid"],
  ["ev.deliver", "", `ev.deliver(${id(112)}, ${at})`, "already_decided"],
];

test("each refuses, with its field", async () => {
  expect(await wrongRefusals(rows, guards)).toEqual([]);
});

/** A good row of each table of ev is spoilt in one way at a time, past every function and trigger: its constraint refuses it. */
import { expect, test } from "vitest";

import { notRefused, openRows, type Spoilt } from "../../tests/support/rows";

const cancelled = "cancelled_at = now(), external = 0, emi = 0";

const spoilt: Spoilt[] = [
  ["ev.bookings", "external = 201", "a_booking_is_never_overpaid"],
  ["ev.bookings", `reserved = 101 where id = '00000000-0000-4000-8000-000000000111'`, "what_is_reserved_is_outstanding"],
  ["ev.bookings", "reserved = -1", "what_is_reserved_is_outstanding"],
  ["ev.bookings", "cancelled_at = now(), refund = 0", "a_cancelled_booking_has_nothing_paid"],
  ["ev.bookings", cancelled, "a_cancelled_booking_says_its_refund"],
  ["ev.bookings", "delivered_at = now()", "a_delivered_booking_is_paid"],
  ["ev.bookings", "refunded_at = now(), refund_reference = 'TX-5'", "a_refund_follows_a_cancellation"],
  ["ev.bookings", "refund_reference = 'TX-5'", "a_refund_names_its_transfer"],
  ["ev.bookings", "parts = null", "a_schedule_has_parts_and_a_day"],
  ["ev.bookings", "first_payment = null", "an_open_booking_names_its_first_payment"],
  ["ev.bookings", "part_day = 32", "booking_day_is_of_a_month"],
  ["ev.bookings", "part_day = 0", "booking_day_is_of_a_month"],
  ["ev.bookings", "emi = -1", "booking_emi_is_not_negative"],
  ["ev.bookings", "external = -1", "booking_external_is_not_negative"],
  ["ev.bookings", "parts = 121", "booking_parts_are_one_to_120"],
  ["ev.bookings", "parts = 0", "booking_parts_are_one_to_120"],
  ["ev.bookings", "price = 0, external = 0", "booking_price_is_positive"],
  ["ev.bookings", `refund = -1, ${cancelled}`, "booking_refund_is_not_negative"],
  ["ev.bookings", `refund = 201, ${cancelled}`, "booking_refund_is_not_negative"],
  ["ev.bookings", `refund = 5, refund_reference = '', refunded_at = now(), ${cancelled}`, "booking_refund_reference_is_bounded"],
  ["ev.bookings", "opened_at = null, first_payment = null", "nothing_is_paid_before_the_first_payment"],
  ["ev.bookings", "first_payment = 101", "the_first_payment_stands_until_a_cancellation"],
  ["ev.buyers", "lost_at = gained_at - interval '1 day'", "a_buyer_loses_what_was_gained"],
  ["ev.buyers", "total = 0", "buyer_total_is_positive"],
  ["ev.instalments", "amount = 0", "instalment_amount_is_positive"],
  ["ev.instalments", "before = -1", "instalment_before_is_not_negative"],
  ["ev.instalments", "no = 0", "instalments_count_from_one"],
  ["ev.payments", "journal_id = null", "a_confirmed_payment_names_its_journal"],
  ["ev.payments", "decided_at = null", "a_decided_payment_says_when"],
  ["ev.payments", "transaction_reference = null", "an_external_payment_names_its_transfer"],
  ["ev.payments", "returned = 101", "only_confirmed_money_is_given_back"],
  ["ev.payments", "returned = -1", "only_confirmed_money_is_given_back"],
  ["ev.payments", "source = 'emi', state = 'rejected', journal_id = null, transaction_reference = null", "own_money_is_confirmed_at_once"],
  ["ev.payments", "amount = 0", "payment_amount_is_positive"],
  ["ev.payments", "reason = repeat('x', 1001)", "payment_reason_is_bounded"],
  ["ev.payments", "source = 'gift', transaction_reference = null", "payment_source_is_known"],
  ["ev.payments", "state = 'gone', journal_id = null", "payment_state_is_known"],
  ["ev.payments", "transaction_reference = repeat('x', 121)", "payment_transaction_reference_is_bounded"],
  ["ev.units", "due_at = reached_at - interval '1 day'", "a_unit_cools_after_it_was_reached"],
  ["ev.units", "reversed_at = reached_at - interval '1 day'", "a_unit_is_reversed_after_it_was_reached"],
  ["ev.units", "qualified_at = due_at - interval '1 day'", "a_unit_qualifies_after_cooling"],
  ["ev.units", "generation = 0", "unit_generations_count_from_one"],
  ["ev.vehicles", "name = ''", "vehicle_name_is_one_to_eighty"],
  ["ev.vehicles", "price = 0", "vehicle_price_is_positive"],
];

test("every check of ev refuses what it names", async () => {
  const rows = await openRows();
  try {
    expect(await notRefused(rows, spoilt)).toEqual([]);
    expect(await rows.unnamed("ev", spoilt)).toEqual([]);
  } finally {
    await rows.close();
  }
});

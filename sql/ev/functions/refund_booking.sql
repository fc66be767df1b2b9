/* The refund of a cancelled booking has left: the opposite of its payments, customer_advances:external -> bank:operator. Refuses `already_decided`
   (nothing waits to be refunded), `invalid_input` (no transfer reference), `reference_taken`, and `payouts_paused` while a fault in the books
   is not cleared. Answers the journal. */
create or replace function ev.refund_booking(p_booking uuid, p_transaction_reference text, p_value_on date, p_actor bigint, p_at timestamptz) returns bigint
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_row ev.bookings;
  v_transaction text := core.clean_text(p_transaction_reference, 'transaction_reference', 120);
begin
  if v_transaction is null then perform core.refuse('invalid_input', 'transaction_reference'); end if;
  perform audit.require_calm();
  v_row := ev.lock_booking(p_booking);
  if v_row.refunded_at is not null or coalesce(v_row.refund, 0) = 0 then perform core.refuse('already_decided'); end if;
  update ev.bookings set refunded_at = p_at, refund_reference = v_transaction where id = p_booking;
  return ledger.post('booking_refund', p_value_on, p_actor, p_booking,
    array[(ledger.operator_account('customer_advances:external', v_row.currency), v_row.refund, null)::ledger.line, (ledger.operator_account('bank:operator', v_row.currency), -v_row.refund, null)::ledger.line]);
exception when unique_violation then
  perform core.refuse('reference_taken', 'transaction_reference');
  return null;
end $$;
comment on function ev.refund_booking is 'The refund of a cancelled booking has left.';

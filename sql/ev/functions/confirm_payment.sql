/* Confirms a pending payment: bank:operator -> customer_advances:external, under the booking's row. The first one opens the booking, fixes its
   schedule from the day p_opened_on, and what lies in the member's EMI_RESERVE is applied right after it. Refuses `already_decided`, and as
   ev.check_payment by what is outstanding now. Answers the payment. */
create or replace function ev.confirm_payment(p_payment uuid, p_value_on date, p_opened_on date, p_actor bigint, p_at timestamptz) returns ev.payments
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_row ev.payments;
  v_booking ev.bookings := ev.lock_booking((select p.booking_id from ev.payments p where p.id = p_payment));
  v_journal bigint;
begin
  select * into v_row from ev.payments where id = p_payment;
  if v_row.state <> 'pending' then perform core.refuse('already_decided', null, jsonb_build_object('state', v_row.state)); end if;
  perform ev.check_payment(v_booking, v_row.amount);
  v_journal := ledger.post('booking_payment', p_value_on, p_actor, p_payment,
    array[(ledger.operator_account('bank:operator', v_booking.currency), v_row.amount, null)::ledger.line, (ledger.operator_account('customer_advances:external', v_booking.currency), -v_row.amount, null)::ledger.line]);
  update ev.payments set state = 'confirmed', journal_id = v_journal, decided_at = p_at where id = p_payment returning * into v_row;
  if v_booking.opened_at is not null then
    update ev.bookings set external = external + v_row.amount where id = v_booking.id;
  else
    update ev.bookings set external = external + v_row.amount, opened_at = p_at, first_payment = v_row.amount, first_due_on = ev.fix_schedule(v_booking, v_row.amount, p_opened_on) where id = v_booking.id;
    perform ev.apply_reserve(v_booking.id, p_payment, p_value_on, p_actor, p_at);
  end if;
  return v_row;
end $$;
comment on function ev.confirm_payment is 'Confirms a pending payment.';

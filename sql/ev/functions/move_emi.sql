/* EMI_RESERVE -> customer_advances:held for a booking whose row the caller has locked, and its payment row. Amount in minor units, at most what
   is outstanding. Refuses `insufficient_available`. */
create or replace function ev.move_emi(p_booking ev.bookings, p_amount bigint, p_cause uuid, p_value_on date, p_actor bigint, p_at timestamptz) returns void
language plpgsql volatile set search_path = '' as $$
declare
  v_id uuid := uuidv7();
  v_journal bigint;
begin
  v_journal := ledger.post('emi_payment', p_value_on, p_actor, v_id,
    array[(ledger.wallet((p_booking).member_id, 'EMI_RESERVE', (p_booking).currency), p_amount, null)::ledger.line, (ledger.operator_account('customer_advances:held', (p_booking).currency), -p_amount, null)::ledger.line]);
  insert into ev.payments (id, booking_id, source, amount, state, journal_id, cause, submitted_at, decided_at) values (v_id, (p_booking).id, 'emi', p_amount, 'confirmed', v_journal, p_cause, p_at, p_at);
  update ev.bookings set emi = emi + p_amount where id = (p_booking).id;
end $$;
comment on function ev.move_emi is 'Takes EMI money into a booking.';

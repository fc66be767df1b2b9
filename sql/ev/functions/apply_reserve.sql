/* What lies available in the member's EMI_RESERVE goes into a booking that has just been opened, at most what is outstanding. Call it with
   the booking's row locked. */
create or replace function ev.apply_reserve(p_booking uuid, p_cause uuid, p_value_on date, p_actor bigint, p_at timestamptz) returns void
language plpgsql volatile set search_path = '' as $$
declare
  v_booking ev.bookings;
  v_amount bigint;
begin
  select * into v_booking from ev.bookings where id = p_booking;
  -- Locked in one statement, read in the next.
  perform ledger.lock_accounts(array(select a.id from ledger.accounts a where a.member_id = v_booking.member_id and a.kind = 'EMI_RESERVE' and a.currency = v_booking.currency));
  select least(b.available, v_booking.outstanding - v_booking.reserved) into v_amount from ledger.balances b where b.member_id = v_booking.member_id and b.kind = 'EMI_RESERVE' and b.currency = v_booking.currency;
  if v_amount > 0 then perform ev.move_emi(v_booking, v_amount, p_cause, p_value_on, p_actor, p_at); end if;
end $$;
comment on function ev.apply_reserve is 'What lies in EMI_RESERVE goes into a booking just opened.';

/* EMI money of a member, already in EMI_RESERVE, pays the oldest open booking in its currency, never above what is outstanding and not reserved by a payout. Amount in minor
   units; cause: the pair or payout it comes from. Answers the booking (null: none is open, the money stays in the reserve) and what was
   applied; the rest is surplus, which the caller moves. Locks the member, the booking, then accounts: a caller that has locked accounts
   before calls it in a transaction of its own. Refuses `insufficient_available`. */
create or replace function ev.apply_emi(p_member bigint, p_currency text, p_amount bigint, p_cause uuid, p_value_on date, p_actor bigint, p_at timestamptz, out booking uuid, out applied bigint)
language plpgsql volatile security definer set search_path = '' as $$
declare v_row ev.bookings;
begin
  applied := 0;
  perform from identity.members where id = p_member for no key update;
  select b.id into booking from ev.bookings b where b.member_id = p_member and b.currency = p_currency and b.opened_at is not null and b.cancelled_at is null and b.outstanding > b.reserved order by b.opened_at, b.id limit 1;
  if booking is null or p_amount <= 0 then return; end if;
  v_row := ev.lock_booking(booking);
  applied := least(p_amount, v_row.outstanding - v_row.reserved);
  perform ev.move_emi(v_row, applied, p_cause, p_value_on, p_actor, p_at);
end $$;
comment on function ev.apply_emi is 'EMI money pays the oldest open booking.';

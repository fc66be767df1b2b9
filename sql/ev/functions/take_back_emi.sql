/* EMI money leaves bookings again for EMI_RESERVE, because the earning it came from was reversed: what was applied for p_cause first, then the
   latest; instalments open again by themselves. Amount in minor units. Answers what came back, which may be less: bookings that were
   cancelled or delivered give nothing. Locks as ev.apply_emi. */
create or replace function ev.take_back_emi(p_member bigint, p_currency text, p_amount bigint, p_cause uuid, p_value_on date, p_actor bigint, p_at timestamptz) returns bigint
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_payment record;
  v_left bigint := p_amount;
  v_part bigint;
begin
  perform from identity.members where id = p_member for no key update;
  for v_payment in
    select p.id, p.booking_id from ev.payments p join ev.bookings b on b.id = p.booking_id
     where b.member_id = p_member and b.currency = p_currency and b.cancelled_at is null and b.delivered_at is null and p.source = 'emi' and p.returned < p.amount
     order by p.cause is not distinct from p_cause desc, p.decided_at desc, p.id desc
  loop
    exit when v_left <= 0;
    perform ev.lock_booking(v_payment.booking_id);
    update ev.payments set returned = returned + least(amount - returned, v_left) where id = v_payment.id returning returned - old.returned into v_part;
    update ev.bookings set emi = emi - v_part where id = v_payment.booking_id;
    perform ev.return_emi(p_member, p_currency, v_part, v_payment.booking_id, p_value_on, p_actor);
    v_left := v_left - v_part;
  end loop;
  return p_amount - v_left;
end $$;
comment on function ev.take_back_emi is 'EMI money leaves bookings again.';

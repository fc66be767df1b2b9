/* Cancels a booking: EMI money goes back to EMI_RESERVE at once, what was paid from outside becomes a refund that waits to be sent. What was
   paid is then nothing. Refuses `already_decided` (cancelled or delivered). Answers the booking. */
create or replace function ev.cancel_booking(p_booking uuid, p_value_on date, p_actor bigint, p_at timestamptz) returns ev.bookings
language plpgsql volatile security definer set search_path = '' as $$
declare v_row ev.bookings := ev.lock_booking(p_booking);
begin
  if v_row.cancelled_at is not null or v_row.delivered_at is not null then perform core.refuse('already_decided'); end if;
  if v_row.emi > 0 then perform ev.return_emi(v_row.member_id, v_row.currency, v_row.emi, v_row.id, p_value_on, p_actor); end if;
  update ev.payments set returned = amount where booking_id = p_booking and state = 'confirmed' and returned < amount;
  update ev.bookings set external = 0, emi = 0, refund = v_row.external, cancelled_at = p_at where id = p_booking returning * into v_row;
  return v_row;
end $$;
comment on function ev.cancel_booking is 'Cancels a booking.';

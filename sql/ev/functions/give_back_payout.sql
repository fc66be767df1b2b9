/* What a payout paid for a booking leaves it again, because the payout is reversed; instalments open again by themselves. The caller moves the money. Refuses
   `booking_changed` when the booking was cancelled or delivered, or gave the money back otherwise. Locks member and booking. */
create or replace function ev.give_back_payout(p_booking uuid, p_payout uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_booking ev.bookings := ev.lock_booking(p_booking);
  v_amount bigint;
begin
  update ev.payments set returned = amount where booking_id = p_booking and source = 'payout' and cause = p_payout and returned = 0 returning amount into v_amount;
  if v_amount is null or v_booking.cancelled_at is not null or v_booking.delivered_at is not null then perform core.refuse('booking_changed'); end if;
  update ev.bookings set emi = emi - v_amount where id = p_booking;
end $$;
comment on function ev.give_back_payout is 'What a payout paid for a booking leaves it again.';

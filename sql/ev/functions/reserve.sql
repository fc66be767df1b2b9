/* Reserves part of what is outstanding of a booking for a payout that waits, or gives it free again (below zero). Amount in minor units. Locks member and booking. */
create or replace function ev.reserve(p_booking uuid, p_amount bigint) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  perform ev.lock_booking(p_booking);
  update ev.bookings set reserved = reserved + p_amount where id = p_booking;
end $$;
comment on function ev.reserve is 'Reserves part of what is outstanding of a booking.';

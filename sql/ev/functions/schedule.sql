/* The instalments of a booking with what of each is paid, minor units: what came after the first payment pays the oldest first, whatever its
   source, and what was given back opens the latest again. Nothing is paid of a cancelled one. */
create or replace function ev.schedule(p_booking ev.bookings) returns table (no integer, due_on date, amount bigint, paid bigint)
language sql stable set search_path = '' as $$
  select i.no, i.due_on, i.amount, least(i.amount, greatest(0, (p_booking).paid - (p_booking).first_payment - i.before))
    from ev.instalments i where i.booking_id = (p_booking).id order by i.no
$$;
comment on function ev.schedule is 'The instalments of a booking.';

/* Fixes the schedule of a booking that has just been opened: price less first payment in equal parts, the remainder in the last. Answers the
   first due date; null without a schedule or when nothing is left. Fewer parts than asked for where a part would be nothing. */
create or replace function ev.fix_schedule(p_booking ev.bookings, p_first bigint, p_opened_on date) returns date
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_rest bigint := (p_booking).price - p_first;
  v_parts bigint := least((p_booking).parts, v_rest);
  v_each bigint := v_rest / nullif(v_parts, 0);
begin
  if (p_booking).parts is null then return null; end if;
  insert into ev.instalments (booking_id, no, due_on, amount, before)
  select (p_booking).id, n, ev.due_on(p_opened_on, (p_booking).part_day, n), case when n = v_parts then v_rest - v_each * (v_parts - 1) else v_each end, v_each * (n - 1)
    from generate_series(1, v_parts::integer) n;
  return (select due_on from ev.instalments where booking_id = (p_booking).id and no = 1);
end $$;
comment on function ev.fix_schedule is 'Fixes the schedule of a booking.';

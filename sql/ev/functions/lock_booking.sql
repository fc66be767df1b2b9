/* The row under which all of a booking's money moves, locked: the member's row first, because what follows from payments (Active Buyer, the
   unit) is counted over all of a member's bookings; accounts are locked after both. Refuses `not_found`. */
create or replace function ev.lock_booking(p_booking uuid) returns ev.bookings
language plpgsql volatile security definer set search_path = '' as $$
declare v_row ev.bookings;
begin
  perform from identity.members where id = (select b.member_id from ev.bookings b where b.id = p_booking) for no key update;
  select * into v_row from ev.bookings where id = p_booking for update;
  if not found then perform core.refuse('not_found'); end if;
  return v_row;
end $$;
comment on function ev.lock_booking is 'The row under which a booking''s money moves, locked.';

-- owner: reader
/* One booking with its payments and schedule. */
create or replace function desk.member_booking(p_token text, p_booking uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member');
  v_row ev.bookings;
begin
  select * into v_row from ev.bookings where id = p_booking and member_id = v_caller.actor_id;
  if not found then perform core.refuse('not_found'); end if;
  return jsonb_build_object('booking', desk.json_booking(v_row)) || desk.json_booking_money(v_row);
end $$;
comment on function desk.member_booking is 'One booking with its payments and schedule.';

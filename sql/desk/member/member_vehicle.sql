-- owner: reader
/* One vehicle that can be booked. p_to_book: who is about to book it, and so has to be somebody who may. */
create or replace function desk.member_vehicle(p_token text, p_vehicle uuid, p_to_book boolean default false) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v_caller identity.caller := identity.enter(p_token, 'member', 1::smallint, p_to_book);
begin
  return coalesce((select jsonb_build_object('vehicle', desk.json_vehicle(v)) from ev.vehicles v where v.id = p_vehicle and v.active), desk.nothing_found());
end $$;
comment on function desk.member_vehicle is 'One vehicle that can be booked.';

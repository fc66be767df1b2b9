-- owner: reader
/* The catalogue: vehicles that can be booked, by name. */
create or replace function desk.member_vehicles(p_token text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v_caller identity.caller := identity.enter(p_token, 'member');
begin
  return jsonb_build_object('vehicles', (select coalesce(jsonb_agg(desk.json_vehicle(v) order by v.name, v.id), '[]') from ev.vehicles v where v.active));
end $$;
comment on function desk.member_vehicles is 'The catalogue.';

-- owner: reader
/* The whole catalogue with how many of each are booked. */
create or replace function desk.staff_vehicles(p_token text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v_caller identity.caller := identity.enter_staff(p_token, 'bookings.read');
begin
  return jsonb_build_object('vehicles', (select coalesce(jsonb_agg(desk.json_vehicle(v)
      || jsonb_build_object('bookings', (select count(*) from ev.bookings b where b.vehicle_id = v.id and b.cancelled_at is null)) order by not v.active, v.name, v.id), '[]') from ev.vehicles v));
end $$;
comment on function desk.staff_vehicles is 'The whole catalogue.';

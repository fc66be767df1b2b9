-- owner: reader
/* A picture of the catalogue, for staff. */
create or replace function desk.staff_vehicle_picture(p_token text, p_picture uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v_caller identity.caller := identity.enter_staff(p_token, 'bookings.read');
begin
  return desk.json_picture(p_picture);
end $$;
comment on function desk.staff_vehicle_picture is 'A picture of the catalogue, for staff.';

-- owner: reader
/* A picture of the catalogue. */
create or replace function desk.member_vehicle_picture(p_token text, p_picture uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v_caller identity.caller := identity.enter(p_token, 'member');
begin
  return desk.json_picture(p_picture);
end $$;
comment on function desk.member_vehicle_picture is 'A picture of the catalogue.';

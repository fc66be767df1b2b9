-- owner: reader
/* A member's photo, for staff who may see the member. */
create or replace function desk.staff_photo(p_token text, p_member uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v_caller identity.caller := identity.enter_staff(p_token, 'members.read');
begin
  return desk.json_photo((select id from identity.members where public_id = p_member));
end $$;
comment on function desk.staff_photo is 'A member''s photo, for staff.';

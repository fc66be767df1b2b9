-- owner: reader
/* The caller's photo. */
create or replace function desk.member_photo(p_token text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v_caller identity.caller := identity.enter(p_token, 'member');
begin
  return desk.json_photo(v_caller.actor_id);
end $$;
comment on function desk.member_photo is 'The caller''s photo.';

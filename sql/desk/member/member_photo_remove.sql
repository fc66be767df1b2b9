/* Removes the caller's photo; answers whose bytes go. Again changes nothing. */
create or replace function desk.member_photo_remove(p_token text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member', 1::smallint, true);
  v_id uuid;
begin
  delete from identity.photos where member_id = v_caller.actor_id returning id into v_id;
  if found then perform audit.write(core.business_now(), v_caller, 'photo_remove', 'member', v_caller.actor_id::text); end if;
  return jsonb_build_object('removed', v_id);
end $$;
comment on function desk.member_photo_remove is 'Removes the caller''s photo.';

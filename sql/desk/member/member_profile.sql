-- owner: reader
/* What the caller has said about themself. */
create or replace function desk.member_profile(p_token text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v_caller identity.caller := identity.enter(p_token, 'member');
begin
  return jsonb_build_object('profile', desk.json_profile(desk.own_member(v_caller)), 'name_locked', desk.name_locked(v_caller.actor_id),
    'photo', (select p.id from identity.photos p where p.member_id = v_caller.actor_id));
end $$;
comment on function desk.member_profile is 'What the caller has said about themself.';

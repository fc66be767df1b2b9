-- owner: reader
/* One of the caller's pairs with everything that explains it. */
create or replace function desk.member_pair(p_token text, p_pair uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member');
  v_row network.pairs;
begin
  select * into v_row from network.pairs where public_id = p_pair and member_id = v_caller.actor_id;
  if not found then perform core.refuse('not_found'); end if;
  return jsonb_build_object('pair', desk.json_pair(v_row));
end $$;
comment on function desk.member_pair is 'One of the caller''s pairs.';

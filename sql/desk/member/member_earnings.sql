-- owner: reader
/* What the caller earned in the network and from what. */
create or replace function desk.member_earnings(p_token text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v_caller identity.caller := identity.enter(p_token, 'member');
begin
  return desk.json_earnings(v_caller.actor_id);
end $$;
comment on function desk.member_earnings is 'What the caller earned in the network.';

-- owner: reader
/* The caller's place in the tree, or that of somebody below: what the legs hold, what was made of it, and the two below. Null for who was not
   placed yet. Refuses `not_found` for everybody who does not stand below the caller. */
create or replace function desk.member_network(p_token text, p_member uuid default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member');
  v_me identity.members := desk.own_member(v_caller);
  v_node network.nodes := desk.node_below(v_me.id, coalesce(p_member, v_me.public_id));
begin
  if v_node.id is null and p_member is distinct from v_me.public_id and p_member is not null then perform core.refuse('not_found'); end if;
  return jsonb_build_object('node', case when v_node.id is not null then desk.json_node(v_node, core.business_now()) end);
end $$;
comment on function desk.member_network is 'The caller''s place in the tree, or that of somebody below.';

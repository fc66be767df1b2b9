-- owner: reader
/* The caller's place in the tree, or that of somebody below, as pages show it: the node with its legs, the way down to it, three levels below
   it, what the month's cap allows; those below the caller who are called so, when a search is given; and for who was not placed yet, below
   whom that would be. Refuses `not_found` for everybody who does not stand below the caller. */
create or replace function desk.member_tree(p_token text, p_member uuid default null, p_search text default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member');
  v_me identity.members := desk.own_member(v_caller);
  v_at timestamptz := core.business_now();
  v_search text := core.clean_text(p_search, 'search', 80);
  v_node network.nodes := desk.node_below(v_me.id, coalesce(p_member, v_me.public_id));
begin
  if v_node.id is null and p_member is distinct from v_me.public_id and p_member is not null then perform core.refuse('not_found'); end if;
  if v_node.id is null then
    return jsonb_build_object('me', v_me.public_id, 'node', null, 'join', desk.json_join(v_me.id), 'found', null);
  end if;
  return jsonb_build_object('me', v_me.public_id, 'node', desk.json_node(v_node, v_at), 'way', desk.json_way(v_me.id, v_node), 'branch', desk.json_branch(v_node, 3), 'cap', desk.json_cap(v_at),
    'found', case when v_search is not null then desk.json_found(v_me.id, v_search) end);
end $$;
comment on function desk.member_tree is 'The caller''s place in the tree as pages show it.';

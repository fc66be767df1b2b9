-- owner: reader
/* The tree from the company or a member down, as pages show it: the way, three levels, the member's legs; those who are called so, when a
   search is given. Refuses `not_found` for who does not stand in it; nothing while nobody was placed. */
create or replace function desk.staff_tree(p_token text, p_member uuid default null, p_search text default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'members.read');
  v_at timestamptz := core.business_now();
  v_search text := core.clean_text(p_search, 'search', 80);
  v_node network.nodes;
begin
  if p_member is null then
    select * into v_node from network.nodes where parent_id is null;
  else
    select n.* into v_node from network.nodes n join identity.members m on m.id = n.member_id where m.public_id = p_member;
    if not found then perform core.refuse('not_found'); end if;
  end if;
  return jsonb_build_object('node', case when v_node.member_id is not null then desk.json_node(v_node, v_at) end, 'way', case when v_node.id is not null then desk.json_way(null, v_node) end,
    'branch', case when v_node.id is not null then desk.json_branch(v_node, 3) else '[]' end, 'cap', desk.json_cap(v_at), 'found', case when v_search is not null then desk.json_found(null, v_search) end);
end $$;
comment on function desk.staff_tree is 'The tree from the company or a member down.';

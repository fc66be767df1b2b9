/* A node as its page shows it: who and where, its legs, and the two below it, with the owner's eyes. Of others only the name they go by. */
create or replace function desk.json_node(p_node network.nodes, p_at timestamptz) returns jsonb
language sql stable security definer set search_path = '' as $$
  select desk.json_legs(p_node, p_at) || jsonb_build_object('member', m.public_id, 'name', coalesce(m.username, m.first_name), 'side', (p_node).side, 'depth', (p_node).depth, 'placed_at', (p_node).placed_at,
    'parent', (select a.public_id from network.nodes p join identity.members a on a.id = p.member_id where p.id = (p_node).parent_id),
    'sponsor', (select a.public_id from network.nodes p join identity.members a on a.id = p.member_id where p.id = (p_node).sponsor_id),
    'children', coalesce((select jsonb_agg(jsonb_build_object('member', a.public_id, 'name', coalesce(a.username, a.first_name), 'side', c.side, 'left', c.left_count, 'right', c.right_count, 'pairs', c.matched) order by c.side)
       from network.nodes c join identity.members a on a.id = c.member_id where c.parent_id = (p_node).id), '[]'))
    from identity.members m where m.id = (p_node).member_id
$$;
comment on function desk.json_node is 'A node as its page shows it.';

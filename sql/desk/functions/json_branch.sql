/* A node and so many levels below it as one flat list, each level from left to right: who, under whom, on which side, what the legs hold, and
   whether somebody stands below. At most 2^(levels+1) - 1 rows, each by the index of places, with the owner's eyes: of others no more than the name they go by. */
create or replace function desk.json_branch(p_node network.nodes, p_levels integer) returns jsonb
language sql stable security definer set search_path = '' as $$
  with recursive down (id, member_id, parent_id, side, depth, left_count, right_count, matched, level, place) as (
    select (p_node).id, (p_node).member_id, null::bigint, (p_node).side, (p_node).depth, (p_node).left_count, (p_node).right_count, (p_node).matched, 0, 1
    union all
    select c.id, c.member_id, c.parent_id, c.side, c.depth, c.left_count, c.right_count, c.matched, d.level + 1, d.place * 2 + case c.side when 'R' then 1 else 0 end
      from down d cross join lateral (select n.* from network.nodes n where n.parent_id = d.id order by n.side limit 2) c where d.level < least(p_levels, 5))
  select jsonb_agg(jsonb_build_object('member', m.public_id, 'name', coalesce(m.username, m.first_name), 'parent', a.public_id, 'side', d.side, 'level', d.level, 'place', d.place, 'left', d.left_count, 'right', d.right_count, 'pairs', d.matched,
      'more', exists (select from network.nodes c where c.parent_id = d.id)) order by d.level, d.place)
    from down d left join identity.members m on m.id = d.member_id left join network.nodes p on p.id = d.parent_id left join identity.members a on a.id = p.member_id
$$;
comment on function desk.json_branch is 'A node and so many levels below it.';

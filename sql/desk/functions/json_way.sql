/* The way from a member (null: the company) down to a node: the first and the eight nearest above it, and how many are left out between
   them. One path, with the owner's eyes. */
create or replace function desk.json_way(p_top bigint, p_node network.nodes) returns jsonb
language sql stable security definer set search_path = '' as $$
  with recursive way (id, parent_id, member_id, step) as (
    select (p_node).id, (p_node).parent_id, (p_node).member_id, 0
    union all
    select n.id, n.parent_id, n.member_id, w.step + 1 from way w join network.nodes n on n.id = w.parent_id where w.member_id is distinct from p_top),
  ends as (select max(step) as last from way)
  select jsonb_build_object('skipped', greatest(e.last - 9, 0),
      'nodes', (select coalesce(jsonb_agg(jsonb_build_object('member', m.public_id, 'name', coalesce(m.username, m.first_name)) order by w.step desc), '[]')
        from way w left join identity.members m on m.id = w.member_id where w.step between 1 and 8 or (w.step = e.last and w.step > 0)))
    from ends e
$$;
comment on function desk.json_way is 'The way from a member down to a node.';

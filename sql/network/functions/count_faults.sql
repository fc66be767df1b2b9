/* Law: what a node's legs count is what a recount of the applied counts below it finds. */
create or replace function network.count_faults() returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  with recursive way (direction, node_id, side) as (
    select c.direction, n.parent_id, n.side from network.counts c join network.nodes n on n.id = c.node_id where c.applied_at is not null
    union all
    select w.direction, n.parent_id, n.side from way w join network.nodes n on n.id = w.node_id where n.parent_id is not null),
  found as (select w.node_id, coalesce(sum(w.direction) filter (where w.side = 'L'), 0) as on_left, coalesce(sum(w.direction) filter (where w.side = 'R'), 0) as on_right from way w group by w.node_id)
  select 'a leg counts what is below it', 'node ' || n.id, coalesce(f.on_left, 0) || ' and ' || coalesce(f.on_right, 0), n.left_count || ' and ' || n.right_count
    from network.nodes n left join found f on f.node_id = n.id
   where (n.left_count, n.right_count) is distinct from (coalesce(f.on_left, 0), coalesce(f.on_right, 0))
$$;
comment on function network.count_faults is 'Nodes whose legs do not count what is below them.';

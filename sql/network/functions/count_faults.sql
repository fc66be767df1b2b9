/* Law: a leg counts what its first node was counted and what that node's legs count. Local: right at every node is what a recount from below finds
   everywhere. Of nodes touched since p_since, or of all. */
create or replace function network.count_faults(p_since timestamptz default null) returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'a leg counts what is below it', 'node ' || n.id, s.on_left || ' and ' || s.on_right, n.left_count || ' and ' || n.right_count
    from network.touched(p_since) t join network.nodes n on n.id = t
    cross join lateral (select coalesce(sum(b.count) filter (where b.side = 'L'), 0) as on_left, coalesce(sum(b.count) filter (where b.side = 'R'), 0) as on_right
        from (select c.side, c.left_count + c.right_count + coalesce((select sum(o.direction) from network.counts o where o.node_id = c.id and o.applied_at is not null), 0) as count
                from network.nodes c where c.parent_id = n.id) b) s
   where (n.left_count, n.right_count) is distinct from (s.on_left, s.on_right)
$$;
comment on function network.count_faults is 'Nodes whose legs do not count what is below them.';

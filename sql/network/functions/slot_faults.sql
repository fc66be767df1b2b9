/* Law: a node stands one below its parent and knows where the first free slot of each side is. Local: right at every node is right everywhere. Of nodes
   touched since p_since, or of all. */
create or replace function network.slot_faults(p_since timestamptz default null) returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'a node knows its free slots', 'node ' || n.id, coalesce(least(l.left_open, l.right_open), n.depth + 1) || ' and ' || coalesce(least(r.left_open, r.right_open), n.depth + 1), n.left_open || ' and ' || n.right_open
    from network.touched(p_since) t join network.nodes n on n.id = t left join network.nodes l on l.parent_id = n.id and l.side = 'L' left join network.nodes r on r.parent_id = n.id and r.side = 'R'
   where (n.left_open, n.right_open) is distinct from (coalesce(least(l.left_open, l.right_open), n.depth + 1), coalesce(least(r.left_open, r.right_open), n.depth + 1))
$$;
comment on function network.slot_faults is 'Nodes that do not know their free slots.';

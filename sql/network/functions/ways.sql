/* What counts do to the nodes above them: one row for each count and node above it, with its side and how many of these counts the node has then on
   either side, this one included. The matcher and a what-if walk the same. */
create or replace function network.ways(p_counts bigint[]) returns table (count_id bigint, node_id bigint, side text, on_left bigint, on_right bigint)
language sql stable as $$
  with recursive way (count_id, node_id, side) as (
    select c.id, n.parent_id, n.side from network.counts c join network.nodes n on n.id = c.node_id where c.id = any (p_counts)
    union all
    select w.count_id, n.parent_id, n.side from way w join network.nodes n on n.id = w.node_id where n.parent_id is not null)
  select w.count_id, w.node_id, w.side, count(*) filter (where w.side = 'L') over before, count(*) filter (where w.side = 'R') over before
    from way w window before as (partition by w.node_id order by w.count_id)
$$;
comment on function network.ways is 'What counts do to the nodes above them.';

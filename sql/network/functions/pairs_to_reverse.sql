/* The pairs that would no longer be covered if a count were taken back: at every node above it the latest ones that are more than the smaller
   leg would hold; place is their order, from below and the latest first. */
create or replace function network.pairs_to_reverse(p_count bigint) returns table (id bigint, place bigint)
language sql stable set search_path = '' set enable_seqscan = off as $$
  with recursive way (node_id, side) as (
    select n.parent_id, n.side from network.counts c join network.nodes n on n.id = c.node_id where c.id = p_count
    union all
    select n.parent_id, n.side from way w join network.nodes n on n.id = w.node_id where n.parent_id is not null)
  select p.id, row_number() over (order by n.depth desc, p.life desc) from way w join network.nodes n on n.id = w.node_id
    cross join lateral (select x.id, x.life from network.pairs x where x.node_id = n.id and x.state = 'live' order by x.life desc
      limit network.uncovered(n.matched, n.left_count - case w.side when 'L' then 1 else 0 end, n.right_count - case w.side when 'R' then 1 else 0 end)) p
$$;
comment on function network.pairs_to_reverse is 'The pairs a count that is taken back leaves uncovered.';

/* The nodes whose laws may have changed since p_since: who was placed, counted or paired, and everybody above who was placed or counted. Of all when null. */
create or replace function network.touched(p_since timestamptz) returns setof bigint
language sql stable set search_path = '' as $$
  with recursive way (id) as (
    select n.id from network.nodes n where n.placed_at >= p_since
    union select c.node_id from network.counts c where c.applied_at >= p_since
    union select n.parent_id from way w join network.nodes n on n.id = w.id where n.parent_id is not null)
  select n.id from network.nodes n where p_since is null
  union select w.id from way w
  union select p.node_id from network.pairs p where p.matched_at >= p_since
  union select p.node_id from network.pairs p where p.reversed_at >= p_since
$$;
comment on function network.touched is 'Nodes whose laws may have changed.';

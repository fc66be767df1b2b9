/* Locks every node above some counts, from below, as placing climbs: parents have the lower ids. */
create or replace function network.lock_above(p_counts bigint[]) returns void
language plpgsql volatile set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
begin
  perform from network.nodes n where n.id in (
    with recursive way (node_id) as (
      select n.parent_id from network.counts c join network.nodes n on n.id = c.node_id where c.id = any (p_counts)
      union
      select n.parent_id from way w join network.nodes n on n.id = w.node_id where n.parent_id is not null)
    select w.node_id from way w) order by n.id desc for no key update;
end $$;
comment on function network.lock_above is 'Locks every node above some counts, from below.';

/* As network.take_count, on the copies: one count that takes back, and the latest pairs that are no longer covered. */
create or replace function network.what_if_take(p_count bigint) returns void
language plpgsql volatile set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
begin
  with lowered as (
    update network.what_if_nodes n set left_count = n.left_count - w.on_left, right_count = n.right_count - w.on_right,
        matched = n.matched - network.uncovered(n.matched, n.left_count - w.on_left, n.right_count - w.on_right)
      from network.ways(array[p_count]) w where n.node_id = w.node_id
    returning n.node_id, n.matched, least(n.left_count, n.right_count) <= n.matched + n.flushed as covered),
  reversed as (delete from network.what_if_pairs p using lowered l where p.node_id = l.node_id and p.life > l.matched)
  delete from network.what_if_backlogs b using lowered l where b.node_id = l.node_id and l.covered;
end $$;
comment on function network.what_if_take is 'A count that takes back, under a draft.';

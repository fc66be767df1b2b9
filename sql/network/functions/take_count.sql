/* Applies one count that takes back: at every node above it, from below, the latest pairs are reversed until no more are matched than the
   smaller leg holds, then the leg holds one less. Answers how many pairs were reversed. */
create or replace function network.take_count(p_count bigint, p_at timestamptz) returns integer
language plpgsql volatile security definer set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  v_step record;
  v_pair bigint;
  v_reversed integer := 0;
begin
  for v_step in
    with recursive way (node_id, side) as (
      select n.parent_id, n.side from network.counts c join network.nodes n on n.id = c.node_id where c.id = p_count
      union all
      select n.parent_id, n.side from way w join network.nodes n on n.id = w.node_id where n.parent_id is not null)
    select n.id, w.side, n.matched - least(n.left_count - case w.side when 'L' then 1 else 0 end, n.right_count - case w.side when 'R' then 1 else 0 end) as too_many
      from way w join network.nodes n on n.id = w.node_id order by n.depth desc
  loop
    for v_pair in select p.id from network.pairs p where p.node_id = v_step.id and p.state = 'live' order by p.life desc limit greatest(v_step.too_many, 0) loop
      perform network.reverse_pair(v_pair, p_at);
      v_reversed := v_reversed + 1;
    end loop;
    update network.nodes n set left_count = n.left_count - case v_step.side when 'L' then 1 else 0 end, right_count = n.right_count - case v_step.side when 'R' then 1 else 0 end where n.id = v_step.id;
    delete from network.backlogs b using network.nodes n where b.node_id = v_step.id and n.id = b.node_id and least(n.left_count, n.right_count) <= n.matched + n.flushed;
  end loop;
  return v_reversed;
end $$;
comment on function network.take_count is 'Applies a count that takes back, and reverses the pairs it bore.';

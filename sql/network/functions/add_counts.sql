/* Applies counts of one month that add: every node above each of them, once, on the side of the path, in one statement that walks all paths
   and writes each node once; then makes the pairs they complete, in the order of the counts, from below. Answers how many pairs. */
create or replace function network.add_counts(p_counts bigint[], p_month date) returns integer
language plpgsql volatile security definer set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  v_pair record;
  v_cap integer := (network.plan_on(p_month)).monthly_pair_cap;
  v_pairs integer := 0;
begin
  perform network.lock_above(p_counts);
  for v_pair in
    with numbered as materialized (select * from network.ways(p_counts)),
    added as (select w.node_id, count(*) filter (where w.side = 'L') as on_left, count(*) filter (where w.side = 'R') as on_right from numbered w group by w.node_id),
    raised as (
      update network.nodes n set left_count = n.left_count + a.on_left, right_count = n.right_count + a.on_right from added a where n.id = a.node_id
      returning n.id, n.depth, old.left_count as left_before, old.right_count as right_before, least(new.left_count, new.right_count) as least_now, n.matched + n.flushed as done, greatest(n.month_on, p_month) as month_on,
        case when n.month_on < p_month then 0 else n.month_pairs end as used),
    -- Only those whose smaller leg grew have anything to match.
    over as materialized (select r.* from raised r where r.depth > 0 and r.least_now > greatest(r.done, least(r.left_before, r.right_before))),
    left_over as (
      insert into network.backlogs (node_id, month_on, depth) select o.id, o.month_on, o.depth from over o where o.least_now > o.done + greatest(v_cap - o.used, 0)
      on conflict (node_id) do nothing)
    select o.id as node_id, s.count_id, s.left_then, s.right_then
      from over o
      cross join lateral (select n.count_id, n.side, o.left_before + n.on_left as left_then, o.right_before + n.on_right as right_then from numbered n where n.node_id = o.id) s
      -- The counts that made the smaller leg grow: each completes one pair.
     where network.completes(s.side, s.left_then, s.right_then, o.done, v_cap - o.used)
     order by s.count_id, o.depth desc, o.id
  loop
    perform network.make_pair(v_pair.node_id, c.id, v_pair.left_then, v_pair.right_then, p_month, c.counted_at) from network.counts c where c.id = v_pair.count_id;
    v_pairs := v_pairs + 1;
  end loop;
  return v_pairs;
end $$;
comment on function network.add_counts is 'Applies counts that add and makes the pairs they complete.';

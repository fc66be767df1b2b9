/* As network.add_counts, on the copies: counts of one month that add, and the pairs that they complete under a draft. */
create or replace function network.what_if_add(p_plan network.plan_versions, p_counts bigint[], p_month date) returns void
language plpgsql volatile set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan set work_mem = '128MB' as $$
declare
  v_root bigint := (select n.id from network.nodes n where n.parent_id is null);
  v_nodes bigint[];
  v_pairs bigint[];
begin
  with numbered as materialized (select * from network.ways(p_counts)),
  added as (select w.node_id, count(*) filter (where w.side = 'L') as on_left, count(*) filter (where w.side = 'R') as on_right from numbered w group by w.node_id),
  raised as (
    insert into network.what_if_nodes as n (node_id, left_count, right_count, matched) select a.node_id, a.on_left, a.on_right, (select c.carried from network.nodes c where c.id = a.node_id) from added a
    on conflict (node_id) do update set left_count = n.left_count + excluded.left_count, right_count = n.right_count + excluded.right_count
    returning n.node_id as id, coalesce(old.left_count, 0) as left_before, coalesce(old.right_count, 0) as right_before, least(new.left_count, new.right_count) as least_now, n.matched, n.matched + n.flushed as done,
      greatest(n.month_on, p_month) as month_on, case when n.month_on < p_month then 0 else n.month_pairs end as used),
  over as materialized (select r.* from raised r where r.id <> v_root and r.least_now > greatest(r.done, least(r.left_before, r.right_before))),
  left_over as (
    insert into network.what_if_backlogs (node_id, month_on) select o.id, o.month_on from over o where o.least_now > o.done + greatest((p_plan).monthly_pair_cap - o.used, 0)
    on conflict (node_id) do nothing),
  completed as (
    select o.id, o.month_on, s.count_id, row_number() over w as nth, o.matched + row_number() over w as life, o.used + row_number() over w as month_usage
      from over o join numbered s on s.node_id = o.id
     where network.completes(s.side, o.left_before + s.on_left, o.right_before + s.on_right, o.done, (p_plan).monthly_pair_cap - o.used)
    window w as (partition by o.id order by s.count_id)),
  made as (
    insert into network.what_if_pairs (node_id, life, month_on, month_usage, active_buyer, earnings, emi, reserve, matched_at)
    select m.id, m.life, m.month_on, m.month_usage, b.buyer, (p_plan).pair_value - e.emi, e.emi, network.reserve_part((p_plan).pair_value - e.emi, (p_plan).reserve_rate), c.counted_at
      from completed m join network.nodes n on n.id = m.id join network.counts c on c.id = m.count_id
      cross join lateral (select exists (select from ev.bookings k where k.member_id = n.member_id) and network.would_buy(p_plan, n.member_id, m.life::integer, c.counted_at) as buyer) b
      cross join lateral (select network.emi_part((p_plan).pair_value, (p_plan).emi_rate, (p_plan).first_full_pairs, m.life::integer, b.buyer) as emi) e)
  select array_agg(g.id), array_agg(g.pairs) into v_nodes, v_pairs from (select m.id, max(m.nth) as pairs from completed m group by m.id) g;
  -- The same rows again: not in the statement that has raised them.
  update network.what_if_nodes n set matched = n.matched + p.pairs, month_on = greatest(n.month_on, p_month), month_pairs = case when n.month_on < p_month then p.pairs else n.month_pairs + p.pairs end
    from unnest(v_nodes, v_pairs) as p (id, pairs) where n.node_id = p.id;
end $$;
comment on function network.what_if_add is 'Counts that add, under a draft.';

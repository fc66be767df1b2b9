/* As network.open_month, on the copies and for all nodes at once, which have nothing to do with each other: opens the month after the one in which
   the cap of a draft left something over. */
create or replace function network.what_if_open(p_plan network.plan_versions, p_month date) returns void
language plpgsql volatile set search_path = '' set plan_cache_mode = force_generic_plan as $$
declare
  v_next date := (p_month + interval '1 month')::date;
  v_at timestamptz := v_next::timestamp at time zone network.zone();
begin
  with due as materialized (
    select n.*, d.over, network.carried_over(d.over, (p_plan).over_cap, (p_plan).monthly_pair_cap) as pairs
      from network.what_if_backlogs b join network.what_if_nodes n on n.node_id = b.node_id
      cross join lateral (select greatest(least(n.left_count, n.right_count) - n.matched - n.flushed, 0) as over) d where b.month_on = p_month),
  flushed as (insert into network.what_if_flushes (node_id, month_on, pairs) select d.node_id, p_month, d.over from due d where d.over > 0 and (p_plan).over_cap = 'flush'),
  made as (
    insert into network.what_if_pairs (node_id, life, month_on, month_usage, active_buyer, earnings, emi, reserve, matched_at)
    select d.node_id, d.matched + s.nth, greatest(d.month_on, v_next), s.nth, b.buyer, (p_plan).pair_value - e.emi, e.emi, network.reserve_part((p_plan).pair_value - e.emi, (p_plan).reserve_rate), v_at
      from due d join network.nodes n on n.id = d.node_id cross join lateral generate_series(1, d.pairs) as s (nth)
      cross join lateral (select exists (select from ev.bookings k where k.member_id = n.member_id) and network.would_buy(p_plan, n.member_id, (d.matched + s.nth)::integer, v_at) as buyer) b
      cross join lateral (select network.emi_part((p_plan).pair_value, (p_plan).emi_rate, (p_plan).first_full_pairs, (d.matched + s.nth)::integer, b.buyer) as emi) e),
  opened as (
    update network.what_if_nodes n set matched = n.matched + d.pairs, flushed = n.flushed + case (p_plan).over_cap when 'flush' then d.over else 0 end,
        month_on = case when d.pairs > 0 then greatest(n.month_on, v_next) else n.month_on end, month_pairs = case when d.pairs > 0 then d.pairs else n.month_pairs end
      from due d where n.node_id = d.node_id and d.over > 0),
  waiting as (update network.what_if_backlogs b set month_on = v_next from due d where b.node_id = d.node_id and (p_plan).over_cap = 'defer' and d.over > d.pairs)
  delete from network.what_if_backlogs b using due d where b.node_id = d.node_id and not ((p_plan).over_cap = 'defer' and d.over > d.pairs);
end $$;
comment on function network.what_if_open is 'A month opens under a draft.';

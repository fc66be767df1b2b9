/* What a node's legs hold and what was made of them, at an instant: counts and pairs as numbers. What the month's cap left over comes with the
   day on which it matches, or is lost where the plan flushes: month after month, twelve at most. */
create or replace function desk.json_legs(p_node network.nodes, p_at timestamptz) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  v_month date := network.month_of(p_at, network.zone());
  v_over bigint := least((p_node).left_count, (p_node).right_count) - (p_node).matched - (p_node).flushed;
  v_from date := greatest((p_node).month_on, v_month);
  v_plan network.plan_versions := network.plan_on(v_from);
  v_some bigint;
  v_deferred jsonb := '[]';
begin
  while v_over > 0 and jsonb_array_length(v_deferred) < 12 loop
    v_some := case when v_plan.over_cap = 'flush' then v_over end;
    v_from := (v_from + interval '1 month')::date;
    v_deferred := v_deferred || jsonb_build_object('pairs', coalesce(v_some, least(v_over, (network.plan_on(v_from)).monthly_pair_cap)), 'on', v_from, 'lost', v_some is not null);
    v_over := v_over - (v_deferred -> -1 ->> 'pairs')::bigint;
    v_plan := network.plan_on(v_from);
  end loop;
  return jsonb_build_object('left', (p_node).left_count, 'right', (p_node).right_count, 'pairs', (p_node).matched, 'flushed', (p_node).flushed,
    'pairs_this_month', case when (p_node).month_on = v_month then (p_node).month_pairs else 0 end,
    'unmatched_left', greatest((p_node).left_count - (p_node).matched - (p_node).flushed, 0), 'unmatched_right', greatest((p_node).right_count - (p_node).matched - (p_node).flushed, 0), 'deferred', v_deferred);
end $$;
comment on function desk.json_legs is 'What a node''s legs hold and what was made of them.';

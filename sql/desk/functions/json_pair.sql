/* A pair with everything that explains it: what the legs held, what was matched, the month's usage, the active buyer's total, the version of
   the plan, value and split, and whether it is paid. */
create or replace function desk.json_pair(p_pair network.pairs) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('pair', (p_pair).public_id, 'serial', (p_pair).serial, 'life', (p_pair).life, 'at', (p_pair).matched_at, 'month', (p_pair).month_on, 'month_usage', (p_pair).month_usage, 'monthly_pair_cap', v.monthly_pair_cap,
    'left', (p_pair).left_count, 'right', (p_pair).right_count, 'matched', (p_pair).matched, 'flushed', (p_pair).flushed, 'deferred', (p_pair).count_id is null, 'first_full_pairs', v.first_full_pairs,
    'active_buyer', (p_pair).active_buyer, 'buyer_total', core.format_amount((p_pair).buyer_total, (p_pair).currency), 'active_buyer_amount', core.format_amount(v.active_buyer_amount, (p_pair).currency),
    'version', v.version, 'emi_percent', v.emi_rate::text, 'currency', (p_pair).currency, 'value', core.format_amount((p_pair).value, (p_pair).currency), 'earnings', core.format_amount((p_pair).earnings, (p_pair).currency),
    'emi', core.format_amount((p_pair).emi, (p_pair).currency), 'state', (p_pair).state, 'reversed_at', (p_pair).reversed_at, 'payment', (select i.state from treasury.items i where i.id = (p_pair).item_id))
    from network.plan_versions v where v.id = (p_pair).version_id
$$;
comment on function desk.json_pair is 'A pair with everything that explains it.';

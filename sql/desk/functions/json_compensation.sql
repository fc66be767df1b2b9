/* A version of the compensation plan. */
create or replace function desk.json_compensation(p_version network.plan_versions) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('id', (p_version).id, 'version', (p_version).version, 'from', nullif((p_version).from_on, '0001-01-01'), 'currency', (p_version).currency, 'timezone', (p_version).timezone,
    'pair_value', core.format_amount((p_version).pair_value, (p_version).currency), 'first_full_pairs', (p_version).first_full_pairs, 'emi_percent', (p_version).emi_rate::text, 'monthly_pair_cap', (p_version).monthly_pair_cap,
    'over_cap', (p_version).over_cap, 'reserve_percent', (p_version).reserve_rate::text, 'count_on', (p_version).count_on, 'qualify_amount', core.format_amount((p_version).qualify_amount, (p_version).currency),
    'cooling_off_days', (p_version).cooling_off_days, 'placement', (p_version).placement, 'active_buyer_amount', core.format_amount((p_version).active_buyer_amount, (p_version).currency))
$$;
comment on function desk.json_compensation is 'A version of the compensation plan.';

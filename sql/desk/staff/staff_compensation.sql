-- owner: reader
/* Every version of the compensation plan, newest first, and which one holds today. */
create or replace function desk.staff_compensation(p_token text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'plans.read');
  v_now network.plan_versions := network.plan_on(network.month_of(core.business_now(), network.zone()));
begin
  return jsonb_build_object('versions', (select coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'version', v.version, 'state', v.state, 'current', v.id is not distinct from v_now.id, 'from', nullif(v.from_on, '0001-01-01'), 'currency', v.currency, 'timezone', v.timezone,
      'pair_value', core.format_amount(v.pair_value, v.currency), 'first_full_pairs', v.first_full_pairs, 'emi_percent', v.emi_rate::text, 'monthly_pair_cap', v.monthly_pair_cap, 'over_cap', v.over_cap, 'reserve_percent', v.reserve_rate::text,
      'count_on', v.count_on, 'qualify_amount', core.format_amount(v.qualify_amount, v.currency), 'cooling_off_days', v.cooling_off_days, 'placement', v.placement, 'active_buyer_amount', core.format_amount(v.active_buyer_amount, v.currency)) order by v.version desc), '[]')
    from network.plan_versions v));
end $$;
comment on function desk.staff_compensation is 'Every version of the compensation plan.';

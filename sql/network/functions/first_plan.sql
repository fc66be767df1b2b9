/* Makes the first compensation plan of the operator's settings, unless there is one: it holds from the beginning of time. */
create or replace function network.first_plan(p_at timestamptz) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare v_currency text := core.setting('network_currency');
begin
  if exists (select from network.plan_versions where state = 'active') then return; end if;
  insert into network.plan_versions (version, from_on, currency, timezone, pair_value, first_full_pairs, emi_rate, monthly_pair_cap, over_cap, reserve_rate, count_on,
    qualify_amount, cooling_off_days, placement, active_buyer_amount, state, created_at, decided_at)
  values (1, '0001-01-01', v_currency, core.setting('network_timezone'), core.setting_amount('pair_value', v_currency), core.setting('first_full_pairs')::integer, core.setting('emi_percent')::numeric,
    core.setting('monthly_pair_cap')::integer, core.setting('over_cap'), core.setting('reserve_percent')::numeric, core.setting('count_on'),
    core.setting_amount('qualify_amount', v_currency), core.setting('cooling_off_days')::integer, core.setting('placement'), core.setting_amount('active_buyer_amount', v_currency), 'active', p_at, p_at)
  on conflict do nothing;
end $$;
comment on function network.first_plan is 'Makes the first compensation plan of the operator''s settings.';

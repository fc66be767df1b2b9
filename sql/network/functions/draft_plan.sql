/* Writes a draft version of the compensation plan. Amounts are decimal text in the network's currency, rates decimal text in percent. It starts on the
   first of a month that has not begun in the network's zone. Refuses `invalid_amount` and `invalid_input` at the field, `not_active` while there
   is no first plan. Currency and zone are the first plan's for ever. */
create or replace function network.draft_plan(p_from_on date, p_pair_value text, p_first_full_pairs integer, p_emi_rate text, p_monthly_pair_cap integer, p_over_cap text, p_reserve_rate text, p_count_on text, p_qualify_amount text, p_cooling_off_days integer, p_placement text, p_active_buyer_amount text, p_staff bigint, p_at timestamptz) returns network.plan_versions
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_first network.plan_versions;
  v_row network.plan_versions;
begin
  -- Two drafts at once take two numbers.
  select * into v_first from network.plan_versions where version = 1 for no key update;
  if not found then perform core.refuse('not_active'); end if;
  if p_from_on is null or extract(day from p_from_on) <> 1 then perform core.refuse('invalid_input', 'from_on', '{"reason": "not_first"}'); end if;
  if p_from_on <= core.business_date(p_at, v_first.timezone) then perform core.refuse('invalid_input', 'from_on', '{"reason": "past"}'); end if;
  if p_from_on > core.business_date(p_at, v_first.timezone) + 3660 then perform core.refuse('invalid_input', 'from_on', '{"reason": "too_far"}'); end if;
  if exists (select from network.plan_versions v where v.state = 'active' and v.from_on = p_from_on) then perform core.refuse('invalid_input', 'from_on', '{"reason": "month_taken"}'); end if;
  if p_first_full_pairs is null or p_first_full_pairs not between 0 and 1000000 then perform core.refuse('invalid_input', 'first_full_pairs'); end if;
  if p_emi_rate is null or p_emi_rate !~ '^(0|[1-9][0-9]{0,2})(\.[0-9]{1,4})?$' or p_emi_rate::numeric > 100 then perform core.refuse('invalid_input', 'emi_percent'); end if;
  if p_monthly_pair_cap is null or p_monthly_pair_cap not between 1 and 1000000 then perform core.refuse('invalid_input', 'monthly_pair_cap'); end if;
  if p_over_cap is null or p_over_cap not in ('defer', 'flush') then perform core.refuse('invalid_input', 'over_cap'); end if;
  if p_reserve_rate is null or p_reserve_rate !~ '^(0|[1-9][0-9]{0,2})(\.[0-9]{1,4})?$' or p_reserve_rate::numeric > 100 then perform core.refuse('invalid_input', 'reserve_percent'); end if;
  if p_count_on is null or p_count_on not in ('qualified_sale', 'placement') then perform core.refuse('invalid_input', 'count_on'); end if;
  if p_cooling_off_days is null or p_cooling_off_days not between 0 and 3650 then perform core.refuse('invalid_input', 'cooling_off_days'); end if;
  if p_placement is null or p_placement not in ('level_order', 'left', 'right', 'weaker_leg', 'extreme_left', 'extreme_right') then perform core.refuse('invalid_input', 'placement'); end if;
  insert into network.plan_versions (version, from_on, currency, timezone, pair_value, first_full_pairs, emi_rate, monthly_pair_cap, over_cap, reserve_rate, count_on,
    qualify_amount, cooling_off_days, placement, active_buyer_amount, state, created_by, created_at)
  values ((select max(v.version) + 1 from network.plan_versions v), p_from_on, v_first.currency, v_first.timezone, core.parse_amount(p_pair_value, v_first.currency, 'pair_value'), p_first_full_pairs, p_emi_rate::numeric,
    p_monthly_pair_cap, p_over_cap, p_reserve_rate::numeric, p_count_on, core.parse_amount(p_qualify_amount, v_first.currency, 'qualify_amount'), p_cooling_off_days, p_placement,
    core.parse_amount(p_active_buyer_amount, v_first.currency, 'active_buyer_amount'), 'draft', p_staff, p_at)
  returning * into v_row;
  return v_row;
end $$;
comment on function network.draft_plan is 'Writes a draft version of the compensation plan.';

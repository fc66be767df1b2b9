/* Writes a draft version of a plan; amounts are decimal text in the plan's currency, rates decimal text in percent. Refuses
   `invalid_amount` and `invalid_input` at the field. Answers the row; its hash covers every term that a contract copies. */
create or replace function invest.draft_version(p_plan uuid, p_daily_rate text, p_minimum text, p_maximum text, p_duration integer, p_unit text, p_referral_rate text, p_description text, p_risk_text text, p_effective_from date, p_at timestamptz) returns invest.plan_versions
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_plan invest.plans;
  v_row invest.plan_versions;
  v_minimum bigint;
  v_maximum bigint;
begin
  select * into v_plan from invest.plans where id = p_plan for update;
  if not found then perform core.refuse('not_found'); end if;
  if p_daily_rate is null or p_daily_rate !~ '^(0|[1-9][0-9]{0,2})(\.[0-9]{1,8})?$' or p_daily_rate::numeric <= 0 or p_daily_rate::numeric > 100 then perform core.refuse('invalid_input', 'daily_rate'); end if;
  if p_referral_rate is null or p_referral_rate !~ '^(0|[1-9][0-9]{0,2})(\.[0-9]{1,4})?$' or p_referral_rate::numeric > 100 then perform core.refuse('invalid_input', 'referral_rate'); end if;
  if p_duration is null or p_duration not between 1 and 36500 or (p_unit = 'MONTHS' and p_duration > 1200) or (p_unit = 'WEEKS' and p_duration > 5200) then perform core.refuse('invalid_input', 'duration'); end if;
  if p_unit is null or p_unit not in ('DAYS', 'WEEKS', 'MONTHS') then perform core.refuse('invalid_input', 'unit'); end if;
  v_minimum := core.parse_amount(p_minimum, v_plan.currency, 'minimum');
  v_maximum := core.parse_amount(p_maximum, v_plan.currency, 'maximum');
  -- The largest contract must be payable: 31 days a month at most, and no sum above the largest amount.
  if invest.cumulative(v_maximum, p_daily_rate::numeric, p_duration * case p_unit when 'MONTHS' then 31 when 'WEEKS' then 7 else 1 end) > 9000000000000000 then
    perform core.refuse('invalid_input', 'maximum', jsonb_build_object('reason', 'projection'));
  end if;
  if v_maximum < v_minimum then perform core.refuse('invalid_input', 'maximum', jsonb_build_object('reason', 'below_minimum')); end if;
  insert into invest.plan_versions (plan_id, version, daily_rate, minimum, maximum, duration, unit, referral_rate, description, risk_text, above_rail, effective_from, hash, created_at)
  select p_plan, coalesce(max(v.version), 0) + 1, p_daily_rate::numeric, v_minimum, v_maximum, p_duration, p_unit, p_referral_rate::numeric,
         coalesce(core.clean_text(p_description, 'description', 4000), ''), coalesce(core.clean_text(p_risk_text, 'risk_text', 4000), ''),
         invest.is_above_rail(p_daily_rate::numeric), p_effective_from,
         sha256(convert_to(concat_ws('|', p_plan, coalesce(max(v.version), 0) + 1, v_plan.name, v_plan.currency, v_plan.timezone, p_daily_rate, v_minimum, v_maximum, p_duration, p_unit, p_referral_rate, p_description, p_risk_text), 'UTF8')), p_at
    from invest.plan_versions v where v.plan_id = p_plan
  returning * into v_row;
  return v_row;
end $$;
comment on function invest.draft_version is 'Writes a draft version of a plan.';

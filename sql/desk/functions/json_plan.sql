/* A plan with one of its versions. */
create or replace function desk.json_plan(p_plan invest.plans, p_version invest.plan_versions) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('id', (p_plan).id, 'version_id', (p_version).id, 'version', (p_version).version, 'name', (p_plan).name, 'currency', (p_plan).currency,
    'daily_rate', (p_version).daily_rate::text, 'annual_rate', trim_scale((p_version).daily_rate * 365)::text,
    'minimum', core.format_amount((p_version).minimum, (p_plan).currency), 'maximum', core.format_amount((p_version).maximum, (p_plan).currency),
    'duration', (p_version).duration, 'unit', (p_version).unit, 'timezone', (p_plan).timezone, 'referral_rate', (p_version).referral_rate::text,
    'description', (p_version).description, 'risk_text', (p_version).risk_text, 'above_rail', (p_version).above_rail, 'state', (p_plan).state,
    'version_state', (p_version).state, 'effective_from', (p_version).effective_from)
$$;
comment on function desk.json_plan is 'A plan with one of its versions.';

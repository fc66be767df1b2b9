/* Drafts a plan with its first version; its activation waits in the queue, above the rail for two people. */
create or replace function desk.staff_plan_create(p_token text, p_name text, p_currency text, p_timezone text, p_daily_rate text, p_minimum text, p_maximum text, p_duration integer, p_unit text, p_referral_rate text, p_description text, p_risk_text text, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'plans.write');
  v_known jsonb;
  v_at timestamptz := core.business_now();
  v_plan uuid;
  v_version invest.plan_versions;
  v_name text := core.clean_text(p_name, 'name', 255);
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'plan_create', p_key, jsonb_build_array(p_name, p_currency, p_timezone, p_daily_rate, p_minimum, p_maximum, p_duration, p_unit, p_referral_rate, p_description, p_risk_text));
  if v_known is not null then return v_known; end if;
  if v_name is null then perform core.refuse('invalid_input', 'name'); end if;
  if core.exponent(p_currency) is null then perform core.refuse('invalid_input', 'currency'); end if;
  if not core.timezone_known(p_timezone) then perform core.refuse('invalid_input', 'timezone'); end if;
  insert into invest.plans (name, currency, timezone, created_at) values (v_name, p_currency, p_timezone, v_at) returning id into v_plan;
  v_version := invest.draft_version(v_plan, p_daily_rate, p_minimum, p_maximum, p_duration, p_unit, p_referral_rate, p_description, p_risk_text, core.business_date(v_at, p_timezone), v_at);
  perform audit.write(v_at, v_caller, 'plan_create', 'plan', v_plan::text);
  return ledger.keep_outcome(v_caller.actor_id, 'plan_create', p_key, jsonb_build_object('plan', v_plan, 'version', v_version.id, 'request', desk.request_activation(v_version, v_caller, v_at)));
end $$;
comment on function desk.staff_plan_create is 'Drafts a plan with its first version; its activation waits in the queue, above the rail for two people.';

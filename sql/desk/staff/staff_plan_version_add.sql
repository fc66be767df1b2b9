/* Drafts a new version of a plan; sold contracts keep theirs. A date in the past is refused. With another rate than is sold its what-if begins. */
create or replace function desk.staff_plan_version_add(p_token text, p_plan uuid, p_daily_rate text, p_minimum text, p_maximum text, p_duration integer, p_unit text, p_referral_rate text, p_description text, p_risk_text text, p_effective_from date, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'plans.write');
  v_known jsonb;
  v_at timestamptz := core.business_now();
  v_plan invest.plans;
  v_today date;
  v_version invest.plan_versions;
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'plan_version_add', p_key, jsonb_build_array(p_plan, p_daily_rate, p_minimum, p_maximum, p_duration, p_unit, p_referral_rate, p_description, p_risk_text, p_effective_from));
  if v_known is not null then return v_known; end if;
  select * into v_plan from invest.plans where id = p_plan;
  if not found then perform core.refuse('not_found'); end if;
  if v_plan.state = 'retired' then perform core.refuse('not_active'); end if;
  v_today := core.business_date(v_at, v_plan.timezone);
  if p_effective_from < v_today then perform core.refuse('invalid_input', 'effective_from', jsonb_build_object('reason', 'past')); end if;
  v_version := invest.draft_version(p_plan, p_daily_rate, p_minimum, p_maximum, p_duration, p_unit, p_referral_rate, p_description, p_risk_text, coalesce(p_effective_from, v_today), v_at);
  -- What another rate would have done is read before it is approved.
  if network.rate_differs(v_version.id) then perform network.ask_what_if(v_version.id, v_caller.actor_id, v_at); end if;
  perform audit.write(v_at, v_caller, 'plan_version_add', 'plan', p_plan::text);
  return ledger.keep_outcome(v_caller.actor_id, 'plan_version_add', p_key, jsonb_build_object('version', v_version.id, 'request', desk.request_activation(v_version, v_caller, v_at)));
end $$;
comment on function desk.staff_plan_version_add is 'Drafts a new version of a plan; sold contracts keep theirs.';

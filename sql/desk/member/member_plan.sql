-- owner: reader
/* One plan on sale. */
create or replace function desk.member_plan(p_token text, p_plan uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member');
  v_plan invest.plans;
  v_version invest.plan_versions;
begin
  select * into v_plan from invest.plans where id = p_plan and state = 'active';
  v_version := invest.current_version(p_plan, core.business_date(core.business_now(), v_plan.timezone));
  if v_version.id is null then perform core.refuse('not_found'); end if;
  return jsonb_build_object('plan', desk.json_plan(v_plan, v_version),
    'wallets', (select coalesce(jsonb_agg(w), '[]') from jsonb_array_elements(desk.json_wallets(v_caller.actor_id)) w where w ->> 'currency' = v_plan.currency and w ->> 'kind' in ('DEPOSIT', 'INTEREST')),
    'kyc_required', core.setting('require_kyc')::boolean, 'kyc_ok', (select kyc_approved_at is not null from identity.members where id = v_caller.actor_id));
end $$;
comment on function desk.member_plan is 'One plan on sale.';

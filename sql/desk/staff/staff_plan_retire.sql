/* Takes a plan off sale; running contracts go on. */
create or replace function desk.staff_plan_retire(p_token text, p_plan uuid, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'plans.write');
  v_known jsonb;
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'plan_retire', p_key, jsonb_build_array(p_plan));
  if v_known is not null then return v_known; end if;
  update invest.plans set state = 'retired' where id = p_plan and state <> 'retired';
  if not found then perform core.refuse(case when exists (select from invest.plans where id = p_plan) then 'already_decided' else 'not_found' end); end if;
  perform audit.write(core.business_now(), v_caller, 'plan_retire', 'plan', p_plan::text);
  return ledger.keep_outcome(v_caller.actor_id, 'plan_retire', p_key, jsonb_build_object('state', 'retired'));
end $$;
comment on function desk.staff_plan_retire is 'Takes a plan off sale; running contracts go on.';

/* Asks for another run of real history under a draft. Refuses as network.ask_what_if. */
create or replace function desk.staff_what_if_ask(p_token text, p_version uuid, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'plans.write');
  v_known jsonb;
  v_at timestamptz := core.business_now();
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'what_if', p_key, jsonb_build_array(p_version));
  if v_known is not null then return v_known; end if;
  perform audit.write(v_at, v_caller, 'what_if', case when exists (select from network.plan_versions v where v.id = p_version) then 'compensation' else 'plan_version' end, p_version::text);
  return ledger.keep_outcome(v_caller.actor_id, 'what_if', p_key, jsonb_build_object('what_if', network.ask_what_if(p_version, v_caller.actor_id, v_at)));
end $$;
comment on function desk.staff_what_if_ask is 'Asks for another run of real history under a draft.';

/* Drafts a version of the compensation plan, asks for what it would have done, and puts it into the queue for a second person. Refuses as
   network.draft_plan. */
create or replace function desk.staff_compensation_draft(p_token text, p_from_on date, p_pair_value text, p_first_full_pairs integer, p_emi_percent text, p_monthly_pair_cap integer, p_over_cap text, p_reserve_percent text, p_count_on text, p_qualify_amount text, p_cooling_off_days integer, p_placement text, p_active_buyer_amount text, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'plans.write');
  v_known jsonb;
  v_at timestamptz := core.business_now();
  v_version network.plan_versions;
  v_what_if uuid;
  v_request uuid;
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'compensation_draft', p_key, jsonb_build_array(p_from_on, p_pair_value, p_first_full_pairs, p_emi_percent, p_monthly_pair_cap, p_over_cap, p_reserve_percent, p_count_on, p_qualify_amount, p_cooling_off_days, p_placement, p_active_buyer_amount));
  if v_known is not null then return v_known; end if;
  v_version := network.draft_plan(p_from_on, p_pair_value, p_first_full_pairs, p_emi_percent, p_monthly_pair_cap, p_over_cap, p_reserve_percent, p_count_on, p_qualify_amount, p_cooling_off_days, p_placement, p_active_buyer_amount, v_caller.actor_id, v_at);
  v_what_if := network.ask_what_if(v_version.id, v_caller.actor_id, v_at);
  v_request := approval.open('compensation_activation', v_version.id, 'v' || v_version.version, null, null, v_caller.actor_id, 'staff', null, desk.json_compensation(v_version), 1::smallint, v_at);
  perform audit.write(v_at, v_caller, 'compensation_draft', 'compensation', v_version.id::text);
  return ledger.keep_outcome(v_caller.actor_id, 'compensation_draft', p_key, jsonb_build_object('version', v_version.id, 'request', v_request, 'what_if', v_what_if));
end $$;
comment on function desk.staff_compensation_draft is 'Drafts a version of the compensation plan.';

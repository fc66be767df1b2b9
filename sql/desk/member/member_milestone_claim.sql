/* Claims a milestone; a request in the queue. Refuses as referral.claim_milestone, `kyc_required`, `key_reuse`. */
create or replace function desk.member_milestone_claim(p_token text, p_milestone uuid, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member', 1::smallint, true);
  v_known jsonb;
  v_at timestamptz := core.business_now();
  v_claim referral.milestone_claims;
  v_milestone referral.milestones;
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'milestone', p_key, jsonb_build_array(p_milestone));
  if v_known is not null then return v_known; end if;
  perform desk.require_kyc(v_caller.actor_id);
  v_claim := referral.claim_milestone(v_caller.actor_id, p_milestone, desk.active_referrals(v_caller.actor_id), core.business_date(v_at, core.setting('timezone')), v_at);
  select * into v_milestone from referral.milestones where id = p_milestone;
  perform approval.open('milestone', v_claim.id, v_claim.reference, v_milestone.reward, v_milestone.currency, v_caller.actor_id, 'member', v_caller.actor_id,
    jsonb_build_object('claim', v_claim.id, 'milestone', p_milestone, 'name', v_milestone.name, 'needed', v_milestone.needed, 'counted', cardinality(v_claim.counted), 'amount', core.format_amount(v_milestone.reward, v_milestone.currency), 'currency', v_milestone.currency),
    approval.people_needed(v_milestone.reward, v_milestone.currency), v_at);
  perform audit.write(v_at, v_caller, 'milestone_claim', 'milestone', p_milestone::text);
  return ledger.keep_outcome(v_caller.actor_id, 'milestone', p_key, jsonb_build_object('claim', v_claim.id, 'reference', v_claim.reference));
end $$;
comment on function desk.member_milestone_claim is 'Claims a milestone; a request in the queue.';

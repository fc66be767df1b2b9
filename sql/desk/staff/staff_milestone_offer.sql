/* Offers a milestone. Refuses as referral.offer_milestone, `invalid_amount`, `key_reuse`. */
create or replace function desk.staff_milestone_offer(p_token text, p_name text, p_needed integer, p_reward text, p_currency text, p_starts_on date, p_ends_on date, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'milestones.write');
  v_known jsonb;
  v_id uuid;
  v_reward bigint := core.parse_amount(p_reward, p_currency, 'reward');
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'milestone_offer', p_key, jsonb_build_array(p_name, p_needed, v_reward, p_currency, p_starts_on, p_ends_on));
  if v_known is not null then return v_known; end if;
  v_id := referral.offer_milestone(p_name, p_needed, v_reward, p_currency, p_starts_on, p_ends_on, v_caller.actor_id, core.business_now());
  perform audit.write(core.business_now(), v_caller, 'milestone_offer', 'milestone', v_id::text);
  return ledger.keep_outcome(v_caller.actor_id, 'milestone_offer', p_key, jsonb_build_object('milestone', v_id));
end $$;
comment on function desk.staff_milestone_offer is 'Offers a milestone.';

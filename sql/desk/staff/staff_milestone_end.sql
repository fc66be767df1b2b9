/* Ends a milestone: nobody claims it from now on; what waits is still decided. Refuses `not_found`, `already_decided`. */
create or replace function desk.staff_milestone_end(p_token text, p_milestone uuid, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'milestones.write');
  v_known jsonb;
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'milestone_end', p_key, jsonb_build_array(p_milestone));
  if v_known is not null then return v_known; end if;
  update referral.milestones set ended_at = core.business_now() where id = p_milestone and ended_at is null;
  if not found then perform core.refuse(case when exists (select from referral.milestones where id = p_milestone) then 'already_decided' else 'not_found' end); end if;
  perform audit.write(core.business_now(), v_caller, 'milestone_end', 'milestone', p_milestone::text);
  return ledger.keep_outcome(v_caller.actor_id, 'milestone_end', p_key, jsonb_build_object('state', 'over'));
end $$;
comment on function desk.staff_milestone_end is 'Ends a milestone.';

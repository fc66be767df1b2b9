/* Approves a claim: its reward is recorded in the commission queue for EARNINGS, once, and posted when the treasury can pay. Refuses
   `already_decided`. */
create or replace function referral.pay_claim(p_claim uuid, p_value_on date, p_at timestamptz) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_claim referral.milestone_claims;
  v_milestone referral.milestones;
begin
  select * into v_claim from referral.milestone_claims where id = p_claim for no key update;
  if v_claim.state is distinct from 'pending' then perform core.refuse('already_decided'); end if;
  select * into v_milestone from referral.milestones where id = v_claim.milestone_id;
  update referral.milestone_claims set state = 'approved', decided_at = p_at,
    item_id = treasury.record('commission', v_milestone.currency, 'milestone', ledger.wallet(v_claim.member_id, 'EARNINGS', v_milestone.currency), v_milestone.reward, p_value_on, nextval('treasury.source_order'), 0, p_claim, p_at,
      (select 'unverified' from identity.members m where m.id = v_claim.member_id and m.status <> 'active'))
   where id = p_claim;
end $$;
comment on function referral.pay_claim is 'Approves a claim and records its reward.';

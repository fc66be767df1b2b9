/* A member claims a milestone for the referrals that count now. Refuses `not_found`, `not_active` (before its first day, after its last,
   or ended), `not_reached` (too few count), and a second claim: `already_open` while the first waits, `already_decided` once it was
   approved. After a rejection it may be claimed again. Answers the claim. */
create or replace function referral.claim_milestone(p_member bigint, p_milestone uuid, p_counted bigint[], p_on date, p_at timestamptz) returns referral.milestone_claims
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_milestone referral.milestones;
  v_row referral.milestone_claims;
begin
  -- Shared with other claims, not with whoever ends it.
  select * into v_milestone from referral.milestones where id = p_milestone for share;
  if not found then perform core.refuse('not_found'); end if;
  if exists (select from referral.milestone_claims where milestone_id = p_milestone and member_id = p_member and state = 'approved') then
    perform core.refuse('already_decided');
  end if;
  if v_milestone.ended_at is not null or p_on < v_milestone.starts_on or p_on > v_milestone.ends_on then perform core.refuse('not_active'); end if;
  if cardinality(p_counted) < v_milestone.needed then
    perform core.refuse('not_reached', null, jsonb_build_object('needed', v_milestone.needed, 'active', cardinality(p_counted)));
  end if;
  insert into referral.milestone_claims (reference, milestone_id, member_id, counted, claimed_at)
  values ('M-' || core.random_code(8), p_milestone, p_member, p_counted, p_at)
  on conflict (milestone_id, member_id) where state <> 'rejected' do nothing returning * into v_row;
  if v_row.id is null then perform core.refuse('already_open'); end if;
  return v_row;
end $$;
comment on function referral.claim_milestone is 'A member claims a milestone.';

/* Rejects a claim, with the reason its member reads. Refuses `already_decided`. */
create or replace function referral.reject_claim(p_claim uuid, p_reason text, p_at timestamptz) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  update referral.milestone_claims set state = 'rejected', reason = p_reason, decided_at = p_at where id = p_claim and state = 'pending';
  if not found then perform core.refuse('already_decided'); end if;
end $$;
comment on function referral.reject_claim is 'Rejects a claim.';

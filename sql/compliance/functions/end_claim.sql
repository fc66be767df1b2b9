/* Ends a claim of which nothing was paid, rejected or cancelled, and gives the account back as it was; or one that pays, settled, and closes
   the account. Refuses `already_decided`. Answers the claim. */
create or replace function compliance.end_claim(p_claim uuid, p_state text, p_reason text, p_at timestamptz) returns compliance.claims
language plpgsql volatile security definer set search_path = '' as $$
declare v_claim compliance.claims;
begin
  update compliance.claims set state = p_state, reason = p_reason, ended_at = p_at
   where id = p_claim and state = case p_state when 'settled' then 'paying' else 'open' end returning * into v_claim;
  if not found then perform core.refuse('already_decided'); end if;
  update identity.members set status = case p_state when 'settled' then 'closed' else v_claim.status_before end, closed_at = case p_state when 'settled' then p_at end
   where id = v_claim.member_id and status = 'claimed';
  return v_claim;
end $$;
comment on function compliance.end_claim is 'Ends a claim.';

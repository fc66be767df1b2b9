/* Ends a claim of which nothing was paid, takes the nominees' accounts away, and tells the member, who may be alive. Refuses as compliance.end_claim. */
create or replace function desk.end_claim(p_claim uuid, p_state text, p_reason text, p_at timestamptz) returns void
language plpgsql volatile set search_path = '' as $$
declare v_claim compliance.claims := compliance.end_claim(p_claim, p_state, p_reason, p_at);
begin
  update funding.destinations set removed_at = p_at where removed_at is null and payee_id in (select id from compliance.claim_nominees where claim_id = p_claim);
  perform outbox.mail_member('claim_ended', v_claim.member_id, jsonb_build_object('reference', v_claim.reference), 'claim_ended:' || p_claim);
end $$;
comment on function desk.end_claim is 'Ends a claim of which nothing was paid.';

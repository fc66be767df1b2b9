/* Takes back a claim of which nothing was paid, with the payment that waits if there is one: the member is alive, or it was a mistake. The account is
   as it was before. Refuses `note_required`, `already_decided`. */
create or replace function desk.staff_claim_cancel(p_token text, p_claim uuid, p_reason text, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'claims.write');
  v_known jsonb;
  v_at timestamptz := core.business_now();
  v_reason text := core.clean_text(p_reason, 'reason', 1000);
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'claim_cancel', p_key, jsonb_build_array(p_claim, v_reason));
  if v_known is not null then return v_known; end if;
  if v_reason is null then perform core.refuse('note_required', 'reason'); end if;
  -- The request before the claim, as whoever approves it: one of the two is first.
  perform approval.cancel(q.id, q.maker_id, v_at) from approval.requests q where q.kind = 'claim' and q.subject_id = p_claim and q.state = 'pending';
  perform desk.end_claim(p_claim, 'cancelled', v_reason, v_at);
  perform audit.write(v_at, v_caller, 'claim_cancel', 'claim', p_claim::text);
  return ledger.keep_outcome(v_caller.actor_id, 'claim_cancel', p_key, jsonb_build_object('state', 'cancelled'));
end $$;
comment on function desk.staff_claim_cancel is 'Takes back a claim of which nothing was paid.';

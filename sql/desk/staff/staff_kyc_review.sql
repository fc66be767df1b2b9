/* Takes a submitted identity check into review: prepared by one, decided by another. `already_decided`, `same_person`, `not_found`. */
create or replace function desk.staff_kyc_review(p_token text, p_kyc uuid, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'kyc.review');
  v_at timestamptz := core.business_now();
  v_known jsonb := ledger.claim_key(v_caller.actor_id, 'kyc_review', p_key, jsonb_build_array(p_kyc));
begin
  if v_known is not null then return v_known; end if;
  perform compliance.review(p_kyc, v_caller.actor_id, v_at);
  perform audit.write(v_at, v_caller, 'kyc_review', 'kyc', p_kyc::text);
  return ledger.keep_outcome(v_caller.actor_id, 'kyc_review', p_key, jsonb_build_object('state', 'in_review'));
end $$;
comment on function desk.staff_kyc_review is 'Takes an identity check into review.';

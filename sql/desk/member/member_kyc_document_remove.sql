/* Takes a document out of the caller's check. `kyc_locked`, `not_found`. */
create or replace function desk.member_kyc_document_remove(p_token text, p_document uuid, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member', 1::smallint, true);
  v_at timestamptz := core.business_now();
  v_known jsonb := ledger.claim_key(v_caller.actor_id, 'kyc_document_remove', p_key, jsonb_build_array(p_document));
begin
  if v_known is not null then return v_known; end if;
  perform compliance.remove_document(v_caller.actor_id, p_document, v_at);
  perform audit.write(v_at, v_caller, 'kyc_document_remove', 'document', p_document::text);
  return ledger.keep_outcome(v_caller.actor_id, 'kyc_document_remove', p_key, '{}');
end $$;
comment on function desk.member_kyc_document_remove is 'Takes a document out of the caller''s identity check.';

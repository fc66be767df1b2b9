/* Adds a document, or hands one in for an approved check that ends soon, whose bytes the web has checked, sealed and stored under its id, and whose number it has sealed. A repeated key answers
   the first document, so that the web forgets the second one's bytes. Refuses as compliance.add_document, `key_reuse`. */
create or replace function desk.member_kyc_document_add(p_token text, p_document uuid, p_kind text, p_number_sealed text, p_number_last4 text, p_number_index text, p_ifsc text, p_expires_on date, p_file_name text, p_mime text, p_bytes integer, p_sha256 text, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member', 1::smallint, true);
  v_at timestamptz := core.business_now();
  v_known jsonb := ledger.claim_key(v_caller.actor_id, 'kyc_document_add', p_key, jsonb_build_array(p_kind, p_number_index, p_ifsc, p_expires_on, p_sha256));
  v_row compliance.documents;
begin
  if v_known is not null then return v_known; end if;
  v_row := compliance.add_document(v_caller.actor_id, p_document, p_kind, p_number_sealed, p_number_last4, p_number_index, p_ifsc, p_expires_on, p_file_name, p_mime, p_bytes, p_sha256,
    core.business_date(v_at, core.setting('timezone')), v_at);
  if v_row.proposed then
    perform desk.open_kyc_request(k, true, v_at) from compliance.kyc k where k.member_id = v_caller.actor_id;
  end if;
  perform audit.write(v_at, v_caller, 'kyc_document_add', 'document', p_document::text);
  return ledger.keep_outcome(v_caller.actor_id, 'kyc_document_add', p_key, jsonb_build_object('document', p_document));
end $$;
comment on function desk.member_kyc_document_add is 'Adds a document to the caller''s identity check.';

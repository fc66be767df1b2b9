/* Adds a document to a claim. Refuses as compliance.attach_to_claim. */
create or replace function desk.staff_claim_file_add(p_token text, p_claim uuid, p_file uuid, p_name text, p_mime text, p_bytes integer, p_sha256 text, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'claims.write');
  v_known jsonb;
  v_at timestamptz := core.business_now();
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'claim_file_add', p_key, jsonb_build_array(p_claim, p_sha256));
  if v_known is not null then return v_known; end if;
  perform compliance.attach_to_claim(p_claim, p_file, p_name, p_mime, p_bytes, p_sha256, v_at);
  perform audit.write(v_at, v_caller, 'claim_file_add', 'claim', p_claim::text, null, jsonb_build_object('file', p_file));
  return ledger.keep_outcome(v_caller.actor_id, 'claim_file_add', p_key, jsonb_build_object('file', p_file));
end $$;
comment on function desk.staff_claim_file_add is 'Adds a document to a claim.';

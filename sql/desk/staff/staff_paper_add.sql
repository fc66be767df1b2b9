/* Adds a document of the operator with its first file. Refuses as compliance.save_paper and compliance.add_version. */
create or replace function desk.staff_paper_add(p_token text, p_kind text, p_title text, p_issuer text, p_public boolean, p_review_on date, p_valid_from date, p_valid_until date, p_file uuid, p_name text, p_mime text, p_bytes integer, p_sha256 text, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'documents.write');
  v_known jsonb;
  v_at timestamptz := core.business_now();
  v_id uuid;
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'paper_add', p_key, jsonb_build_array(p_kind, p_title, p_issuer, p_public, p_review_on, p_valid_from, p_valid_until, p_sha256));
  if v_known is not null then return v_known; end if;
  v_id := compliance.save_paper(null, p_kind, p_title, p_issuer, p_public, p_review_on, v_at);
  perform compliance.add_version(v_id, p_valid_from, p_valid_until, p_file, p_name, p_mime, p_bytes, p_sha256, v_caller.actor_id, v_at);
  perform audit.write(v_at, v_caller, 'paper_add', 'paper', v_id::text);
  return ledger.keep_outcome(v_caller.actor_id, 'paper_add', p_key, jsonb_build_object('paper', v_id, 'file', p_file));
end $$;
comment on function desk.staff_paper_add is 'Adds a document of the operator.';

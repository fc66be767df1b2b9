/* Adds a new file of an operator's document, which replaces the one before. Refuses as compliance.add_version. */
create or replace function desk.staff_paper_replace(p_token text, p_paper uuid, p_valid_from date, p_valid_until date, p_file uuid, p_name text, p_mime text, p_bytes integer, p_sha256 text, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'documents.write');
  v_known jsonb;
  v_at timestamptz := core.business_now();
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'paper_replace', p_key, jsonb_build_array(p_paper, p_valid_from, p_valid_until, p_sha256));
  if v_known is not null then return v_known; end if;
  perform compliance.add_version(p_paper, p_valid_from, p_valid_until, p_file, p_name, p_mime, p_bytes, p_sha256, v_caller.actor_id, v_at);
  perform audit.write(v_at, v_caller, 'paper_replace', 'paper', p_paper::text);
  return ledger.keep_outcome(v_caller.actor_id, 'paper_replace', p_key, jsonb_build_object('file', p_file));
end $$;
comment on function desk.staff_paper_replace is 'Adds a new file of an operator''s document.';

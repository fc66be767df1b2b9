/* A document of a claim, to be opened and saved by staff. That it was opened is in the audit log. */
create or replace function desk.staff_claim_file(p_token text, p_file uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'claims.read');
  v_row compliance.claim_files;
begin
  select * into v_row from compliance.claim_files where id = p_file;
  if not found then perform core.refuse('not_found'); end if;
  perform audit.write(core.business_now(), v_caller, 'claim_file', 'claim', v_row.claim_id::text, null, jsonb_build_object('file', v_row.id));
  return jsonb_build_object('file', jsonb_build_object('id', v_row.id, 'name', v_row.name, 'mime', v_row.mime, 'bytes', v_row.bytes, 'storage_key', v_row.id::text));
end $$;
comment on function desk.staff_claim_file is 'A document of a claim, opened by staff.';

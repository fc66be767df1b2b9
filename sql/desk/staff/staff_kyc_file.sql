/* A member's document, to be opened and saved by staff. It shows the whole number, so that it was opened is in the audit log. */
create or replace function desk.staff_kyc_file(p_token text, p_document uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'kyc.read');
  v_row compliance.documents;
begin
  select * into v_row from compliance.documents where id = p_document;
  if not found then perform core.refuse('not_found'); end if;
  perform audit.write(core.business_now(), v_caller, 'kyc_file', 'document', p_document::text);
  return jsonb_build_object('file', jsonb_build_object('id', v_row.id, 'name', v_row.file_name, 'mime', v_row.mime, 'bytes', v_row.bytes, 'storage_key', v_row.id::text));
end $$;
comment on function desk.staff_kyc_file is 'A member''s document, opened by staff.';

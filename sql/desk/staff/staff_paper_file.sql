-- owner: reader
/* A version of an operator's document, to be saved by staff. */
create or replace function desk.staff_paper_file(p_token text, p_version uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v_caller identity.caller := identity.enter_staff(p_token, 'documents.read');
begin
  return coalesce((select jsonb_build_object('file', jsonb_build_object('id', v.id, 'name', v.name, 'mime', v.mime, 'bytes', v.bytes, 'storage_key', v.id::text)) from compliance.paper_versions v where v.id = p_version), desk.nothing_found());
end $$;
comment on function desk.staff_paper_file is 'A version of an operator''s document.';

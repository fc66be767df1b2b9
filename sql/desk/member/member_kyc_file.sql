-- owner: reader
/* A document of the caller's, to be opened and saved. */
create or replace function desk.member_kyc_file(p_token text, p_document uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v_caller identity.caller := identity.enter(p_token, 'member');
begin
  perform identity.in_person(v_caller);
  return coalesce((select jsonb_build_object('file', jsonb_build_object('id', d.id, 'name', d.file_name, 'mime', d.mime, 'bytes', d.bytes, 'storage_key', d.id::text))
    from compliance.documents d where d.id = p_document and d.member_id = v_caller.actor_id and d.removed_at is null), desk.nothing_found());
end $$;
comment on function desk.member_kyc_file is 'A document of the caller''s.';

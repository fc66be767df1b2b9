/* Registers an upload whose bytes the web has checked and stored under its id; once more the same is answered the same. Refuses
   `file_invalid`, also for an id that is taken. */
create or replace function desk.member_file_add(p_token text, p_file uuid, p_name text, p_mime text, p_bytes integer, p_sha256 text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member', 1::smallint, true);
begin
  perform core.check_file(p_file, p_mime, p_bytes, p_sha256);
  insert into funding.files (id, owner_id, name, mime, bytes, sha256, uploaded_at)
  values (p_file, v_caller.actor_id, core.file_name(p_name), p_mime, p_bytes, decode(p_sha256, 'hex'), core.business_now())
  on conflict (id) do nothing;
  if not found and not exists (select from funding.files where id = p_file and owner_id = v_caller.actor_id and sha256 = decode(p_sha256, 'hex')) then
    perform core.refuse('file_invalid', 'file');
  end if;
  return jsonb_build_object('file', p_file);
end $$;
comment on function desk.member_file_add is 'Registers an upload whose bytes the web has checked and stored under its id.';

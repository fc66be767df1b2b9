-- owner: reader
/* A file the caller owns. */
create or replace function desk.member_file(p_token text, p_file uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member');
begin
  perform identity.in_person(v_caller);
  return coalesce((select jsonb_build_object('file', jsonb_build_object('id', f.id, 'name', f.name, 'mime', f.mime, 'bytes', f.bytes, 'storage_key', f.id::text)) from funding.files f where f.id = p_file and f.owner_id = v_caller.actor_id), desk.nothing_found());
end $$;
comment on function desk.member_file is 'A file the caller owns.';

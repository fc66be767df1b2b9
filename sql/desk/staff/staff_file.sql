-- owner: reader
/* A proof attached to something staff look at. */
create or replace function desk.staff_file(p_token text, p_file uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'requests.read');
begin
  return coalesce((select jsonb_build_object('file', jsonb_build_object('id', f.id, 'name', f.name, 'mime', f.mime, 'bytes', f.bytes, 'storage_key', f.id::text)) from funding.files f where f.id = p_file), desk.nothing_found());
end $$;
comment on function desk.staff_file is 'A proof attached to something staff look at.';

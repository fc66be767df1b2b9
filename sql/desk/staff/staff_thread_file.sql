-- owner: reader
/* A file in a conversation. */
create or replace function desk.staff_thread_file(p_token text, p_file uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'messages.read');
begin
  return coalesce((select jsonb_build_object('file', jsonb_build_object('id', a.id, 'name', a.name, 'mime', a.mime, 'bytes', a.bytes, 'storage_key', a.id::text)) from messaging.attachments a where a.id = p_file), desk.nothing_found());
end $$;
comment on function desk.staff_thread_file is 'A file in a conversation.';

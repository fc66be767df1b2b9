-- owner: reader
/* A file in a conversation of the caller's. */
create or replace function desk.member_thread_file(p_token text, p_file uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member');
begin
  perform identity.in_person(v_caller);
  return coalesce((select jsonb_build_object('file', jsonb_build_object('id', a.id, 'name', a.name, 'mime', a.mime, 'bytes', a.bytes, 'storage_key', a.id::text))
    from messaging.attachments a join messaging.threads t on t.id = a.thread_id where a.id = p_file and t.member_id = v_caller.actor_id), desk.nothing_found());
end $$;
comment on function desk.member_thread_file is 'A file in a conversation of the caller''s.';

/* Writes a message with the file there may be. Answers its number and the file that is kept with it. Refuses as messaging.write and
   messaging.attach. */
create or replace function desk.write_message(p_thread uuid, p_caller identity.caller, p_body text, p_file uuid, p_name text, p_mime text, p_bytes integer, p_sha256 text, p_at timestamptz) returns jsonb
language plpgsql volatile set search_path = '' as $$
declare v_no integer := messaging.write(p_thread, (p_caller).audience, (p_caller).actor_id, p_body, p_at);
begin
  if p_file is not null then
    perform messaging.attach(p_thread, v_no, p_file, p_name, p_mime, p_bytes, p_sha256);
  end if;
  perform audit.write(p_at, p_caller, 'message_write', 'thread', p_thread::text);
  return jsonb_build_object('thread', p_thread, 'no', v_no, 'file', p_file);
end $$;
comment on function desk.write_message is 'Writes a message with the file there may be.';

/* Attaches a file, whose bytes the web has checked and stored under its id, to a message just written. Refuses `file_invalid`, also for
   an id that is taken. */
create or replace function messaging.attach(p_thread uuid, p_no integer, p_file uuid, p_name text, p_mime text, p_bytes integer, p_sha256 text) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  perform core.check_file(p_file, p_mime, p_bytes, p_sha256);
  insert into messaging.attachments (id, thread_id, no, name, mime, bytes, sha256)
  values (p_file, p_thread, p_no, core.file_name(p_name), p_mime, p_bytes, decode(p_sha256, 'hex'))
  on conflict (id) do nothing;
  if not found then perform core.refuse('file_invalid', 'file'); end if;
end $$;
comment on function messaging.attach is 'Attaches a file to a message just written.';

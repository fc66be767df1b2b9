/* Attaches a file, whose bytes the web has checked and stored under its id, to a message just written. Refuses `file_invalid`, also for
   an id that is taken. */
create or replace function messaging.attach(p_thread uuid, p_no integer, p_file uuid, p_name text, p_mime text, p_bytes integer, p_sha256 text) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  if p_mime is null or p_mime not in ('application/pdf', 'image/png', 'image/jpeg') or p_bytes is null or p_bytes not between 1 and 10485760 or p_sha256 is null or p_sha256 !~ '^[0-9a-f]{64}$' then
    perform core.refuse('file_invalid', 'file');
  end if;
  insert into messaging.attachments (id, thread_id, no, name, mime, bytes, sha256)
  values (p_file, p_thread, p_no, coalesce(left(core.clean_text(regexp_replace(p_name, '[/\\]', '_', 'g'), 'file', 400), 200), 'file'), p_mime, p_bytes, decode(p_sha256, 'hex'))
  on conflict (id) do nothing;
  if not found then perform core.refuse('file_invalid', 'file'); end if;
end $$;
comment on function messaging.attach is 'Attaches a file to a message just written.';

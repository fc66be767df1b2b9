/* Refuses what cannot be an upload that the web has checked and stored (`file_invalid`): no id, another type than PDF, PNG and JPEG, empty, over
   10 MB, or a hash that is none. */
create or replace function core.check_file(p_file uuid, p_mime text, p_bytes integer, p_sha256 text) returns void
language plpgsql immutable set search_path = '' as $$
begin
  if p_file is null or p_mime is null or p_mime not in ('application/pdf', 'image/png', 'image/jpeg') or p_bytes is null or p_bytes not between 1 and 10485760 or p_sha256 is null or p_sha256 !~ '^[0-9a-f]{64}$' then
    perform core.refuse('file_invalid', 'file');
  end if;
end $$;
comment on function core.check_file is 'Refuses what cannot be an upload that the web has checked and stored.';

/* The name of an upload as it is kept and offered again: no path, no control characters, at most 200 characters, never empty. */
create or replace function core.file_name(p_name text) returns text
language sql immutable set search_path = '' as $$
  select coalesce(left(core.clean_text(regexp_replace(p_name, '[/\\]', '_', 'g'), 'file', 400), 200), 'file')
$$;
comment on function core.file_name is 'The name of an upload as it is kept and offered again.';

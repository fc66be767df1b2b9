/* Whether an import is checked and posted by the worker: its files have more lines than office.import_lines_at_once. */
create or replace function office.import_is_large(p_import uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select coalesce(sum(f.rows), 0) > office.import_lines_at_once() from office.import_files f where f.import_id = p_import
$$;
comment on function office.import_is_large is 'Whether an import is the worker''s.';

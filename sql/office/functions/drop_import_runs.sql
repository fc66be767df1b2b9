/* What waits or runs for an import is not wanted any more. */
create or replace function office.drop_import_runs(p_import uuid, p_at timestamptz) returns void
language sql volatile security definer set search_path = '' as $$
  update office.import_runs r set state = 'dropped', ended_at = p_at where r.import_id = p_import and r.state in ('waiting', 'running')
$$;
comment on function office.drop_import_runs is 'What waits or runs for an import is dropped.';

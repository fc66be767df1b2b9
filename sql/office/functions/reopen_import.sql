/* A submitted import whose request was rejected, taken back or ran out, or could not be carried out, is a draft again, to be put right. A posting that waits is not wanted any more. */
create or replace function office.reopen_import(p_import uuid, p_at timestamptz) returns void
language sql volatile security definer set search_path = '' as $$
  update office.imports set state = 'draft', request_id = null, totals = null where id = p_import and state = 'submitted';
  select office.drop_import_runs(p_import, p_at);
$$;
comment on function office.reopen_import is 'A submitted import is a draft again.';

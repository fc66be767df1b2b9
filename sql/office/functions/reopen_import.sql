/* A submitted import whose request was rejected, taken back or ran out is a draft again, to be put right. */
create or replace function office.reopen_import(p_import uuid) returns void
language sql volatile security definer set search_path = '' as $$
  update office.imports set state = 'draft', request_id = null, totals = null where id = p_import and state = 'submitted'
$$;
comment on function office.reopen_import is 'A submitted import is a draft again.';

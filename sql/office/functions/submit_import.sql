/* Notes that a draft waits for two people: from now on it stands still. */
create or replace function office.submit_import(p_import uuid, p_request uuid, p_totals jsonb) returns void
language sql volatile security definer set search_path = '' as $$
  update office.imports set state = 'submitted', request_id = p_request, totals = p_totals where id = p_import and state = 'draft'
$$;
comment on function office.submit_import is 'Notes that a draft waits for two people.';

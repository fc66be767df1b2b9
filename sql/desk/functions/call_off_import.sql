/* A posting has become impossible, for the reason of p_problem ({code, params}): nothing of it is there, its request ends, and the import is a draft again that is checked anew, so that its page tells what does not fit. */
create or replace function desk.call_off_import(p_run office.import_runs, p_problem jsonb, p_at timestamptz) returns void
language plpgsql volatile set search_path = '' as $$
begin
  perform office.end_import_run((p_run).id, p_problem, null, null, p_at);
  if (p_run).kind = 'post' and approval.call_off((p_run).request_id, p_problem ->> 'code', p_at) then
    perform office.reopen_import((p_run).import_id, p_at);
    perform office.ask_import_run((p_run).import_id, null, (p_run).asked_by, p_at);
    perform audit.write(p_at, null, 'import_impossible', 'request', (p_run).request_id::text, null, null, p_problem);
  end if;
end $$;
comment on function desk.call_off_import is 'A posting has become impossible.';

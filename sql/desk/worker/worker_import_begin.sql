/* Begins a check or a posting of a large import, or begins it anew after an attempt that was cut off. Without `go` there is nothing to do. One that was cut off five times fails: of a posting the request ends and the
   import is a draft again. */
create or replace function desk.worker_import_begin(p_run uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_begun record;
  v_request uuid := (select r.request_id from office.import_runs r where r.id = p_run);
  v_at timestamptz := core.business_now();
begin
  -- The order of everybody who decides: the request, its import, its run.
  perform from approval.requests r where r.id = v_request for update;
  perform from office.imports i where i.id = (select r.import_id from office.import_runs r where r.id = p_run) for no key update;
  v_begun := office.begin_import_run(p_run, v_at);
  if v_begun.spent then perform desk.call_off_import(v_begun.run, '{"code": "import_stopped", "params": {}}', v_at); end if;
  return jsonb_build_object('go', v_begun.go, 'kind', (v_begun.run).kind, 'attempt', (v_begun.run).attempts, 'steps', (v_begun.run).steps);
end $$;
comment on function desk.worker_import_begin is 'Begins a check or a posting of a large import.';

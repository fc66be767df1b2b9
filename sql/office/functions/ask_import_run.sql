/* Asks the worker to check an import, or to post it for p_request. A check that waits or runs is replaced. The import is locked by the caller. Answers the run. */
create or replace function office.ask_import_run(p_import uuid, p_request uuid, p_staff bigint, p_at timestamptz) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare v_id uuid;
begin
  perform office.drop_import_runs(p_import, p_at);
  insert into office.import_runs (import_id, kind, request_id, asked_by, asked_at, steps)
  values (p_import, case when p_request is null then 'check' else 'post' end, p_request, p_staff, p_at, case when p_request is null then 8 else 1 end) returning id into v_id;
  perform outbox.enqueue('office__import', jsonb_build_object('run', v_id));
  return v_id;
end $$;
comment on function office.ask_import_run is 'Asks the worker to check or post an import.';

/* Begins a run, or begins it anew after an attempt that was cut off; its number is `run.attempts`. Nothing is to do (`go` is false) once it has ended. After five attempts it is `spent`: whoever calls ends it. */
create or replace function office.begin_import_run(p_run uuid, p_at timestamptz, out go boolean, out spent boolean, out run office.import_runs)
language plpgsql volatile security definer set search_path = '' as $$
begin
  select * into run from office.import_runs r where r.id = p_run for no key update;
  go := coalesce(run.state in ('waiting', 'running'), false);
  spent := go and run.attempts >= 5;
  if not go or spent then go := false; return; end if;
  update office.import_runs r set state = 'running', attempts = r.attempts + 1, done = 0, faults = '[]', fault_count = 0, begun_at = coalesce(r.begun_at, p_at) where r.id = p_run returning * into run;
end $$;
comment on function office.begin_import_run is 'Begins a run of an import.';

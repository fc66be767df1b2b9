/* Locks a run for its attempt: null when it has ended or another attempt has taken over. */
create or replace function office.lock_import_run(p_run uuid, p_attempt integer) returns office.import_runs
language plpgsql volatile security definer set search_path = '' as $$
declare v_run office.import_runs;
begin
  select * into v_run from office.import_runs r where r.id = p_run and r.state = 'running' and r.attempts = p_attempt for no key update;
  return v_run;
end $$;
comment on function office.lock_import_run is 'Locks a run of an import for its attempt.';

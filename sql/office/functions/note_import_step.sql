/* Notes that one more step of a check is done, and what it found: p_count faults, of which p_faults are the first. The caller holds the run. */
create or replace function office.note_import_step(p_run uuid, p_count integer, p_faults jsonb) returns void
language sql volatile security definer set search_path = '' as $$
  update office.import_runs r set done = r.done + 1, fault_count = r.fault_count + p_count, faults = r.faults || p_faults where r.id = p_run
$$;
comment on function office.note_import_step is 'Notes a step of a check.';

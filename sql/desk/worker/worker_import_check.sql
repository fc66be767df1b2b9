/* One step of a check, 1 to 8: each looks at one kind of thing, the last one adds up. They need not be of one moment: what is found is what a person corrects, and posting looks at everything again. Not `current` when
   the run has ended, was replaced, or another attempt has taken over; a step that is done already is not done again. */
create or replace function desk.worker_import_check(p_run uuid, p_attempt integer, p_step integer) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_run office.import_runs;
  v_import office.imports;
  v_faults jsonb;
  v_count integer;
  v_totals jsonb;
  v_hash text;
begin
  select i.* into v_import from office.imports i join office.import_runs r on r.import_id = i.id where r.id = p_run and r.state = 'running' and r.attempts = p_attempt;
  if not found then return jsonb_build_object('current', false); end if;
  if p_step between 1 and 7 then
    select count(*), coalesce(jsonb_agg(desk.json_import_fault(f.fault) order by f.n) filter (where f.n <= 200), '[]') into v_count, v_faults
      from (select x::office.import_fault as fault, row_number() over (order by array_position('{import,members,balances,investments,tree,bookings}', x.kind), x.line, x.col, x.fault) as n from desk.import_step_errors(v_import, p_step) x) f;
  else
    v_totals := desk.import_totals(v_import);
    v_hash := office.import_hash(v_import);
  end if;
  -- Locked only now: whoever puts another file in does not wait for the check of the former.
  v_run := office.lock_import_run(p_run, p_attempt);
  if v_run.id is null then return jsonb_build_object('current', false); end if;
  if v_run.done + 1 = p_step then
    if p_step < 8 then perform office.note_import_step(p_run, v_count, v_faults); else perform office.end_import_run(p_run, null, v_hash, v_totals, core.business_now()); end if;
  end if;
  return jsonb_build_object('current', true);
end $$;
comment on function desk.worker_import_check is 'One step of a check of a large import.';

/* Ends a run: finished, or failed with p_problem ({code, params}). A finished check says of what it was (hash) and what it adds up to; its faults are cut to the first 200 in the order of files and lines. */
create or replace function office.end_import_run(p_run uuid, p_problem jsonb, p_hash text, p_totals jsonb, p_at timestamptz) returns void
language sql volatile security definer set search_path = '' as $$
  update office.import_runs r set state = case when p_problem is null then 'finished' else 'failed' end, problem = p_problem, hash = p_hash, totals = p_totals, ended_at = p_at, begun_at = coalesce(r.begun_at, p_at),
      done = case when p_problem is null then r.steps else r.done end,
      faults = (select coalesce(jsonb_agg(f.fault order by f.n), '[]')
        from (select e.value as fault, row_number() over (order by array_position('{import,members,balances,investments,tree,bookings}', e.value ->> 'file'), (e.value ->> 'line')::integer, e.value ->> 'column', e.value ->> 'fault') as n
                from jsonb_array_elements(r.faults) e) f where f.n <= 200)
   where r.id = p_run
$$;
comment on function office.end_import_run is 'Ends a run of an import.';

-- owner: reader
/* One import: its files, what they add up to, and while it can still be changed or decided everything that is wrong with it (the first 200 of them, in the order of the files and lines). Of a large one that is what the
   worker found last, and how far it is with looking or posting; `totals` are null until it has looked. */
create or replace function desk.staff_import(p_token text, p_import uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'imports.prepare');
  v_import office.imports;
  v_large boolean;
  v_check office.import_runs;
  v_posting office.import_runs;
  v_totals jsonb;
  v_faults jsonb := '[]';
  v_count integer := 0;
begin
  select * into v_import from office.imports where id = p_import;
  if not found then perform core.refuse('not_found'); end if;
  v_large := office.import_is_large(p_import);
  v_totals := v_import.totals;
  if v_large then
    select * into v_check from office.import_runs r where r.import_id = p_import and r.kind = 'check' order by r.asked_at desc, r.id desc limit 1;
    select * into v_posting from office.import_runs r where r.import_id = p_import and r.kind = 'post' order by r.asked_at desc, r.id desc limit 1;
    v_totals := coalesce(v_totals, v_check.totals);
    if v_import.ended_at is null and v_check.state = 'finished' then v_faults := v_check.faults; v_count := v_check.fault_count; end if;
  elsif v_import.ended_at is null then
    v_totals := coalesce(v_totals, desk.import_totals(v_import));
    select coalesce(jsonb_agg(desk.json_import_fault(f.fault) order by f.n) filter (where f.n <= 200), '[]'), count(*) into v_faults, v_count
      from (select x::office.import_fault as fault, row_number() over (order by array_position('{import,members,balances,investments,tree,bookings}', x.kind), x.line, x.col, x.fault) as n from desk.import_errors(v_import) x) f;
  end if;
  return jsonb_build_object('import', desk.json_import(v_import), 'totals', coalesce(v_totals, case when not v_large then desk.import_totals(v_import) end), 'faults', v_faults, 'fault_count', v_count,
    'large', v_large, 'check', desk.json_import_run(v_check), 'posting', desk.json_import_run(v_posting));
end $$;
comment on function desk.staff_import is 'One import with what is wrong with it.';

-- owner: reader
/* One import: its files, what they add up to, and while it can still be changed or decided everything that is wrong with it (the first 200 of them, in the order of the files and lines). */
create or replace function desk.staff_import(p_token text, p_import uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'imports.prepare');
  v_import office.imports;
  v_faults jsonb := '[]';
  v_count integer := 0;
begin
  select * into v_import from office.imports where id = p_import;
  if not found then perform core.refuse('not_found'); end if;
  if v_import.ended_at is null then
    select coalesce(jsonb_agg(jsonb_build_object('file', f.kind, 'line', f.line, 'column', f.col, 'fault', f.fault, 'params', f.detail) order by f.n) filter (where f.n <= 200), '[]'), count(*) into v_faults, v_count
      from (select x.*, row_number() over (order by array_position('{import,members,balances,investments,tree,bookings}', x.kind), x.line, x.col, x.fault) as n from desk.import_errors(v_import) x) f;
  end if;
  return jsonb_build_object('import', desk.json_import(v_import), 'totals', coalesce(v_import.totals, desk.import_totals(v_import)), 'faults', v_faults, 'fault_count', v_count);
end $$;
comment on function desk.staff_import is 'One import with what is wrong with it.';

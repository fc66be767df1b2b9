/* One thing that is wrong with an import. */
create or replace function desk.json_import_fault(p_fault office.import_fault) returns jsonb
language sql immutable set search_path = '' as $$
  select jsonb_build_object('file', (p_fault).kind, 'line', (p_fault).line, 'column', (p_fault).col, 'fault', (p_fault).fault, 'params', (p_fault).detail)
$$;
comment on function desk.json_import_fault is 'One thing that is wrong with an import.';

/* Ends an import: posted or dropped. The lines of its files, which hold names and addresses, are taken out, and what was found wrong with them; their hashes stay. */
create or replace function office.end_import(p_import uuid, p_state text, p_at timestamptz) returns void
language sql volatile security definer set search_path = '' as $$
  delete from office.import_rows r where r.import_id = p_import;
  update office.import_runs r set faults = '[]' where r.import_id = p_import and r.faults <> '[]';
  update office.imports set state = p_state, ended_at = p_at where id = p_import;
$$;
comment on function office.end_import is 'Ends an import.';

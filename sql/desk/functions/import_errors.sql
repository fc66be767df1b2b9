/* Everything that is wrong with an import, as its files and the books stand now. None: it can be posted as it is. Changes nothing. */
create or replace function desk.import_errors(p_import office.imports) returns setof office.import_fault
language sql stable set search_path = '' as $$
  select f.* from generate_series(1, 7) s cross join lateral desk.import_step_errors(p_import, s) f
$$;
comment on function desk.import_errors is 'Everything that is wrong with an import.';

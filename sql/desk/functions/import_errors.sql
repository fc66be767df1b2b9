/* Everything that is wrong with an import, as its files and the books stand now. None: it can be posted as it is. Changes nothing. */
create or replace function desk.import_errors(p_import office.imports) returns setof office.import_fault
language sql stable set search_path = '' as $$
  select * from desk.import_own_errors(p_import)
  union all select * from office.import_cell_errors(p_import)
  union all select * from desk.import_member_errors(p_import)
  union all select * from desk.import_balance_errors(p_import)
  union all select * from desk.import_contract_errors(p_import)
  union all select * from desk.import_tree_errors(p_import)
  union all select * from desk.import_booking_errors(p_import)
$$;
comment on function desk.import_errors is 'Everything that is wrong with an import.';

/* Everything that is wrong with an import, as its files and the books stand now. None: it can be posted as it is. Changes nothing. */
create or replace function desk.import_faults(p_import office.imports) returns setof office.import_fault
language sql stable set search_path = '' as $$
  select * from desk.import_own_faults(p_import)
  union all select * from office.import_cell_faults(p_import)
  union all select * from desk.import_member_faults(p_import)
  union all select * from desk.import_balance_faults(p_import)
  union all select * from desk.import_contract_faults(p_import)
  union all select * from desk.import_tree_faults(p_import)
  union all select * from desk.import_booking_faults(p_import)
$$;
comment on function desk.import_faults is 'Everything that is wrong with an import.';

/* What one step of a check finds wrong, 1 to 7: everything that desk.import_errors tells, one kind of thing after the other. */
create or replace function desk.import_step_errors(p_import office.imports, p_step integer) returns setof office.import_fault
language plpgsql stable set search_path = '' as $$
begin
  case p_step
    when 1 then return query select * from desk.import_own_errors(p_import);
    when 2 then return query select * from office.import_cell_errors(p_import);
    when 3 then return query select * from desk.import_member_errors(p_import);
    when 4 then return query select * from desk.import_balance_errors(p_import);
    when 5 then return query select * from desk.import_contract_errors(p_import);
    when 6 then return query select * from desk.import_tree_errors(p_import);
    when 7 then return query select * from desk.import_booking_errors(p_import);
  end case;
end $$;
comment on function desk.import_step_errors is 'What one step of a check finds wrong.';

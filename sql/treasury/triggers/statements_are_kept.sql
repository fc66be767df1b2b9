-- Text and references may be blanked when a person is anonymised; what moved, when and where stays.
create or replace trigger statement_lines_are_kept before update of statement_id, account_id, identity, line_no, booked_on, value_on, amount, currency or delete or truncate on treasury.statement_lines
  for each statement execute function core.refuse_change();
alter table treasury.statement_lines enable always trigger statement_lines_are_kept;
create or replace trigger stated_balances_are_append_only before update or delete or truncate on treasury.stated_balances for each statement execute function core.refuse_change();
alter table treasury.stated_balances enable always trigger stated_balances_are_append_only;
create or replace trigger statements_are_kept before update of account_id, file_hash, format, imported_by, imported_at or delete or truncate on treasury.statements for each statement execute function core.refuse_change();
alter table treasury.statements enable always trigger statements_are_kept;

create or replace trigger lines_balance after insert on ledger.lines referencing new table as new_lines for each statement execute function ledger.balance_lines();
alter table ledger.lines enable always trigger lines_balance;
create or replace trigger lines_are_append_only before update or delete or truncate on ledger.lines for each statement execute function core.refuse_change();
alter table ledger.lines enable always trigger lines_are_append_only;
create or replace trigger journals_are_append_only before update or delete or truncate on ledger.journals for each statement execute function core.refuse_change();
alter table ledger.journals enable always trigger journals_are_append_only;

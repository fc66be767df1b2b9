create or replace trigger accounts_have_a_balance after insert on ledger.accounts for each row execute function ledger.open_balance();
alter table ledger.accounts enable always trigger accounts_have_a_balance;
create or replace trigger accounts_are_kept before update or delete or truncate on ledger.accounts for each statement execute function core.refuse_change();
alter table ledger.accounts enable always trigger accounts_are_kept;

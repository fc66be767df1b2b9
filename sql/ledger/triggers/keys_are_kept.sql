create or replace trigger keys_are_kept before update or delete on ledger.request_keys for each row execute function ledger.keep_keys();
alter table ledger.request_keys enable always trigger keys_are_kept;
create or replace trigger keys_are_never_truncated before truncate on ledger.request_keys for each statement execute function core.refuse_change();
alter table ledger.request_keys enable always trigger keys_are_never_truncated;

drop trigger if exists shares_are_whole on compliance.nominees;
create constraint trigger shares_are_whole after insert or update or delete on compliance.nominees deferrable initially deferred for each row execute function compliance.require_whole_shares();
alter table compliance.nominees enable always trigger shares_are_whole;
-- A row trigger does not see it.
create or replace trigger nominees_are_never_truncated before truncate on compliance.nominees for each statement execute function core.refuse_change();
alter table compliance.nominees enable always trigger nominees_are_never_truncated;

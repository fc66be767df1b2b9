create or replace trigger held_follows_holds after insert or update or delete on ledger.holds for each row execute function ledger.follow_hold();
alter table ledger.holds enable always trigger held_follows_holds;
create or replace trigger holds_are_never_truncated before truncate on ledger.holds for each statement execute function core.refuse_change();
alter table ledger.holds enable always trigger holds_are_never_truncated;

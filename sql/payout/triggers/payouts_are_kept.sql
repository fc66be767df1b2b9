create or replace trigger payouts_are_kept before update or delete on payout.payouts for each row execute function payout.keep_payout();
alter table payout.payouts enable always trigger payouts_are_kept;
create or replace trigger parts_are_append_only before update or delete on payout.parts for each row execute function core.refuse_change();
alter table payout.parts enable always trigger parts_are_append_only;
create or replace trigger bank_files_are_append_only before update or delete on payout.bank_files for each row execute function core.refuse_change();
alter table payout.bank_files enable always trigger bank_files_are_append_only;
-- A row trigger does not see truncate.
create or replace trigger payouts_are_never_truncated before truncate on payout.payouts for each statement execute function core.refuse_change();
alter table payout.payouts enable always trigger payouts_are_never_truncated;
create or replace trigger parts_are_never_truncated before truncate on payout.parts for each statement execute function core.refuse_change();
alter table payout.parts enable always trigger parts_are_never_truncated;
create or replace trigger bank_files_are_never_truncated before truncate on payout.bank_files for each statement execute function core.refuse_change();
alter table payout.bank_files enable always trigger bank_files_are_never_truncated;

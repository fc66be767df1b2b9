create or replace trigger pairs_are_kept before update or delete on network.pairs for each row execute function network.keep_pair();
alter table network.pairs enable always trigger pairs_are_kept;
create or replace trigger counts_are_kept before update or delete on network.counts for each row execute function network.keep_count();
alter table network.counts enable always trigger counts_are_kept;
create or replace trigger flushes_are_append_only before update or delete on network.flushes for each row execute function core.refuse_change();
alter table network.flushes enable always trigger flushes_are_append_only;
create or replace trigger recoveries_are_append_only before update or delete on network.recoveries for each row execute function core.refuse_change();
alter table network.recoveries enable always trigger recoveries_are_append_only;
-- A row trigger does not see truncate.
create or replace trigger pairs_are_never_truncated before truncate on network.pairs for each statement execute function core.refuse_change();
alter table network.pairs enable always trigger pairs_are_never_truncated;
create or replace trigger counts_are_never_truncated before truncate on network.counts for each statement execute function core.refuse_change();
alter table network.counts enable always trigger counts_are_never_truncated;
create or replace trigger flushes_are_never_truncated before truncate on network.flushes for each statement execute function core.refuse_change();
alter table network.flushes enable always trigger flushes_are_never_truncated;
create or replace trigger recoveries_are_never_truncated before truncate on network.recoveries for each statement execute function core.refuse_change();
alter table network.recoveries enable always trigger recoveries_are_never_truncated;

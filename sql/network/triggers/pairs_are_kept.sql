create or replace trigger pairs_are_kept before update or delete on network.pairs for each row execute function network.keep_pair();
alter table network.pairs enable always trigger pairs_are_kept;
create or replace trigger counts_are_kept before update or delete on network.counts for each row execute function network.keep_count();
alter table network.counts enable always trigger counts_are_kept;
create or replace trigger flushes_are_append_only before update or delete on network.flushes for each row execute function core.refuse_change();
alter table network.flushes enable always trigger flushes_are_append_only;
create or replace trigger compensation_is_kept before update or delete on network.plan_versions for each row execute function network.keep_plan();
alter table network.plan_versions enable always trigger compensation_is_kept;
-- A row trigger does not see truncate.
create or replace trigger pairs_are_never_truncated before truncate on network.pairs for each statement execute function core.refuse_change();
alter table network.pairs enable always trigger pairs_are_never_truncated;
create or replace trigger counts_are_never_truncated before truncate on network.counts for each statement execute function core.refuse_change();
alter table network.counts enable always trigger counts_are_never_truncated;
create or replace trigger flushes_are_never_truncated before truncate on network.flushes for each statement execute function core.refuse_change();
alter table network.flushes enable always trigger flushes_are_never_truncated;
create or replace trigger compensation_is_never_truncated before truncate on network.plan_versions for each statement execute function core.refuse_change();
alter table network.plan_versions enable always trigger compensation_is_never_truncated;

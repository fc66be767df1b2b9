create or replace trigger sweeps_are_append_only before update or delete on treasury.sweeps for each row execute function core.refuse_change();
alter table treasury.sweeps enable always trigger sweeps_are_append_only;
-- A row trigger does not see truncate.
create or replace trigger sweeps_are_never_truncated before truncate on treasury.sweeps for each statement execute function core.refuse_change();
alter table treasury.sweeps enable always trigger sweeps_are_never_truncated;

create or replace trigger clawbacks_are_kept before update or delete on treasury.clawbacks for each row execute function treasury.keep_clawback();
alter table treasury.clawbacks enable always trigger clawbacks_are_kept;
create or replace trigger clawbacks_are_never_truncated before truncate on treasury.clawbacks for each statement execute function core.refuse_change();
alter table treasury.clawbacks enable always trigger clawbacks_are_never_truncated;
create or replace trigger recoveries_are_append_only before update or delete or truncate on treasury.recoveries for each statement execute function core.refuse_change();
alter table treasury.recoveries enable always trigger recoveries_are_append_only;

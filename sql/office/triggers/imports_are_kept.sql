create or replace trigger imports_are_kept before update or delete on office.imports for each row execute function office.keep_import();
alter table office.imports enable always trigger imports_are_kept;
-- A row trigger does not see truncate.
create or replace trigger imports_are_never_truncated before truncate on office.imports for each statement execute function core.refuse_change();
alter table office.imports enable always trigger imports_are_never_truncated;

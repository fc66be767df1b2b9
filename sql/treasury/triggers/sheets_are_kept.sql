create or replace trigger sheets_are_kept before update or delete on treasury.sheets for each row execute function treasury.guard_sheet();
alter table treasury.sheets enable always trigger sheets_are_kept;
create or replace trigger sheets_are_never_truncated before truncate on treasury.sheets for each statement execute function core.refuse_change();
alter table treasury.sheets enable always trigger sheets_are_never_truncated;
create or replace trigger sheet_items_are_append_only before update or delete or truncate on treasury.sheet_items for each statement execute function core.refuse_change();
alter table treasury.sheet_items enable always trigger sheet_items_are_append_only;

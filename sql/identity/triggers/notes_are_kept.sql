create or replace trigger notes_are_kept before update or delete on identity.notes for each row execute function identity.keep_note();
alter table identity.notes enable always trigger notes_are_kept;
create or replace trigger notes_are_never_truncated before truncate on identity.notes for each statement execute function core.refuse_change();
alter table identity.notes enable always trigger notes_are_never_truncated;

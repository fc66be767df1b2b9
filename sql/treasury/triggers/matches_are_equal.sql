create or replace trigger matches_are_equal before insert on treasury.matches for each row execute function treasury.guard_match();
alter table treasury.matches enable always trigger matches_are_equal;
-- A match is taken back by deleting it; it never becomes another one.
create or replace trigger matches_are_not_edited before update or truncate on treasury.matches for each statement execute function core.refuse_change();
alter table treasury.matches enable always trigger matches_are_not_edited;

create or replace trigger announcement_versions_are_append_only before update or delete or truncate on messaging.announcement_versions for each statement execute function core.refuse_change();
alter table messaging.announcement_versions enable always trigger announcement_versions_are_append_only;

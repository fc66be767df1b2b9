create or replace trigger paper_versions_are_append_only before update or delete or truncate on compliance.paper_versions for each statement execute function core.refuse_change();
alter table compliance.paper_versions enable always trigger paper_versions_are_append_only;

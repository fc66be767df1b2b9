create or replace trigger setting_versions_are_append_only before update or delete or truncate on core.setting_versions for each statement execute function core.refuse_change();
alter table core.setting_versions enable always trigger setting_versions_are_append_only;

create or replace trigger log_is_append_only before update or delete or truncate on audit.log for each statement execute function core.refuse_change();
alter table audit.log enable always trigger log_is_append_only;

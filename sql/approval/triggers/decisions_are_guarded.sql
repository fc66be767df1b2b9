create or replace trigger decisions_are_guarded before insert on approval.decisions for each row execute function approval.guard_decision();
alter table approval.decisions enable always trigger decisions_are_guarded;
create or replace trigger decisions_are_append_only before update or delete or truncate on approval.decisions for each statement execute function core.refuse_change();
alter table approval.decisions enable always trigger decisions_are_append_only;

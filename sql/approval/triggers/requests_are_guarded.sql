create or replace trigger requests_are_guarded before update or delete on approval.requests for each row execute function approval.guard_request();
alter table approval.requests enable always trigger requests_are_guarded;
create or replace trigger requests_are_never_truncated before truncate on approval.requests for each statement execute function core.refuse_change();
alter table approval.requests enable always trigger requests_are_never_truncated;
drop trigger if exists approved_is_executed on approval.requests;
create constraint trigger approved_is_executed after insert or update on approval.requests deferrable initially deferred for each row when (new.state = 'approved') execute function approval.require_execution();
alter table approval.requests enable always trigger approved_is_executed;

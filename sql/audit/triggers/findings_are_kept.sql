create or replace trigger findings_are_kept before update or delete on audit.findings for each row execute function audit.keep_finding();
alter table audit.findings enable always trigger findings_are_kept;
create or replace trigger findings_are_never_truncated before truncate on audit.findings for each statement execute function core.refuse_change();
alter table audit.findings enable always trigger findings_are_never_truncated;

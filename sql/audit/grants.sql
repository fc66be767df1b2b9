grant usage on schema audit to coffer_reader, coffer_auditor;
grant select on audit.log to coffer_reader, coffer_auditor;
drop policy if exists staff_only on audit.log;
create policy staff_only on audit.log for select to coffer_reader using ((select identity.is_staff()));
drop policy if exists auditors_read on audit.log;
create policy auditors_read on audit.log for select to coffer_auditor using (true);

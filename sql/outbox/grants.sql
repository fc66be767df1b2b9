grant usage on schema outbox to coffer_reader;
grant select on outbox.jobs, outbox.mails, outbox.workers to coffer_reader;
drop policy if exists staff_only on outbox.jobs;
create policy staff_only on outbox.jobs for select to coffer_reader using ((select identity.is_staff()));
drop policy if exists staff_only on outbox.mails;
drop policy if exists own_or_staff on outbox.mails;
create policy own_or_staff on outbox.mails for select to coffer_reader using ((select identity.is_staff())
  or to_email = (select m.email from identity.members m where m.id = (select identity.me())));
drop policy if exists staff_only on outbox.workers;
create policy staff_only on outbox.workers for select to coffer_reader using ((select identity.is_staff()));

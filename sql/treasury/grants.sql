grant usage on schema treasury to coffer_reader, coffer_auditor;
grant select on treasury.queues, treasury.items to coffer_reader, coffer_auditor;
grant execute on function treasury.coverage() to coffer_reader;
drop policy if exists everybody_reads on treasury.queues;
create policy everybody_reads on treasury.queues for select to coffer_reader using (true);
drop policy if exists own_or_staff on treasury.items;
create policy own_or_staff on treasury.items for select to coffer_reader using ((select identity.is_staff())
  or credit_account_id in (select id from ledger.accounts where member_id = (select identity.me())));
drop policy if exists auditors_read on treasury.items;
create policy auditors_read on treasury.items for select to coffer_auditor using (true);
drop policy if exists auditors_read on treasury.queues;
create policy auditors_read on treasury.queues for select to coffer_auditor using (true);

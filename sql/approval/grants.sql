grant usage on schema approval to coffer_reader, coffer_auditor;
grant select on approval.requests, approval.decisions to coffer_reader, coffer_auditor;
grant execute on function approval.people_needed(bigint, text), approval.approvals_given(uuid) to coffer_reader;
drop policy if exists own_or_staff on approval.requests;
create policy own_or_staff on approval.requests for select to coffer_reader using ((select identity.is_staff())
  or (maker_type = 'member' and maker_id = (select identity.me())) or beneficiary_id = (select identity.me()));
drop policy if exists own_or_staff on approval.decisions;
create policy own_or_staff on approval.decisions for select to coffer_reader using ((select identity.is_staff())
  or request_id in (select id from approval.requests where beneficiary_id = (select identity.me())));
drop policy if exists auditors_read on approval.requests;
create policy auditors_read on approval.requests for select to coffer_auditor using (true);
drop policy if exists auditors_read on approval.decisions;
create policy auditors_read on approval.decisions for select to coffer_auditor using (true);

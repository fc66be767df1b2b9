grant usage on schema invest to coffer_reader, coffer_auditor;
grant select on all tables in schema invest to coffer_reader, coffer_auditor;
grant execute on function invest.term_end, invest.cumulative, invest.current_version, invest.is_above_rail, invest.quote, invest.check_amount, invest.earned, invest.earned_until, invest.days_recorded, invest.still_to_come, invest.chosen to coffer_reader;
drop policy if exists everybody_reads on invest.plans;
create policy everybody_reads on invest.plans for select to coffer_reader using (true);
drop policy if exists everybody_reads on invest.plan_versions;
create policy everybody_reads on invest.plan_versions for select to coffer_reader using (true);
drop policy if exists own_or_staff on invest.investments;
create policy own_or_staff on invest.investments for select to coffer_reader using ((select identity.is_staff()) or member_id = (select identity.me()));
drop policy if exists own_or_staff on invest.accruals;
create policy own_or_staff on invest.accruals for select to coffer_reader using ((select identity.is_staff())
  or investment_id in (select id from invest.investments where member_id = (select identity.me())));
drop policy if exists own_or_staff on invest.instructions;
create policy own_or_staff on invest.instructions for select to coffer_reader using ((select identity.is_staff())
  or investment_id in (select id from invest.investments where member_id = (select identity.me())));
drop policy if exists own_or_staff on invest.renewals;
create policy own_or_staff on invest.renewals for select to coffer_reader using ((select identity.is_staff())
  or investment_id in (select id from invest.investments where member_id = (select identity.me())));
drop policy if exists staff_only on invest.accrual_runs;
create policy staff_only on invest.accrual_runs for select to coffer_reader using ((select identity.is_staff()));
drop policy if exists auditors_read on invest.investments;
create policy auditors_read on invest.investments for select to coffer_auditor using (true);
drop policy if exists auditors_read on invest.accruals;
create policy auditors_read on invest.accruals for select to coffer_auditor using (true);
drop policy if exists auditors_read on invest.instructions;
create policy auditors_read on invest.instructions for select to coffer_auditor using (true);
drop policy if exists auditors_read on invest.renewals;
create policy auditors_read on invest.renewals for select to coffer_auditor using (true);
drop policy if exists own_or_staff on invest.carried;
create policy own_or_staff on invest.carried for select to coffer_reader using ((select identity.is_staff())
  or investment_id in (select id from invest.investments where member_id = (select identity.me())));
drop policy if exists auditors_read on invest.carried;
create policy auditors_read on invest.carried for select to coffer_auditor using (true);

grant usage on schema ledger to coffer_reader, coffer_auditor;
grant select on ledger.accounts, ledger.account_balances, ledger.journals, ledger.lines, ledger.unfolded, ledger.holds, ledger.balances to coffer_reader, coffer_auditor;
grant execute on function ledger.trial_balance() to coffer_reader;
grant execute on function ledger.exact_time(timestamptz) to coffer_reader;
grant execute on function ledger.numbered_after(date) to coffer_reader;
grant execute on function ledger.moves_since, ledger.day_sums, ledger.wallet_lines to coffer_reader;
-- Whose account it is has been asked under row security before.
grant execute on function ledger.statement(bigint, date, date, bigint), ledger.balance_through(bigint, date, bigint) to coffer_reader;
drop policy if exists own_or_staff on ledger.accounts;
create policy own_or_staff on ledger.accounts for select to coffer_reader using ((select identity.is_staff()) or member_id = (select identity.me()));
drop policy if exists own_or_staff on ledger.lines;
create policy own_or_staff on ledger.lines for select to coffer_reader using ((select identity.is_staff())
  or account_id in (select id from ledger.accounts where member_id = (select identity.me())));
drop policy if exists own_or_staff on ledger.journals;
create policy own_or_staff on ledger.journals for select to coffer_reader using ((select identity.is_staff())
  -- Offset 0: asked journal by journal in the index of lines. Without it all journals of the member would be collected first, for one.
  or exists (select from ledger.lines l where l.journal_id = journals.id and l.account_id in (select id from ledger.accounts where member_id = (select identity.me())) offset 0));
drop policy if exists staff_only on ledger.unfolded;
create policy staff_only on ledger.unfolded for select to coffer_reader using ((select identity.is_staff()));
drop policy if exists own_or_staff on ledger.holds;
create policy own_or_staff on ledger.holds for select to coffer_reader using ((select identity.is_staff())
  or account_id in (select id from ledger.accounts where member_id = (select identity.me())));
drop policy if exists own_or_staff on ledger.account_balances;
create policy own_or_staff on ledger.account_balances for select to coffer_reader using ((select identity.is_staff())
  or account_id in (select id from ledger.accounts where member_id = (select identity.me())));
drop policy if exists auditors_read on ledger.account_balances;
create policy auditors_read on ledger.account_balances for select to coffer_auditor using (true);
drop policy if exists auditors_read on ledger.accounts;
create policy auditors_read on ledger.accounts for select to coffer_auditor using (true);
drop policy if exists auditors_read on ledger.journals;
create policy auditors_read on ledger.journals for select to coffer_auditor using (true);
drop policy if exists auditors_read on ledger.lines;
create policy auditors_read on ledger.lines for select to coffer_auditor using (true);
drop policy if exists auditors_read on ledger.holds;
create policy auditors_read on ledger.holds for select to coffer_auditor using (true);
drop policy if exists auditors_read on ledger.unfolded;
create policy auditors_read on ledger.unfolded for select to coffer_auditor using (true);
grant select on ledger.seals to coffer_reader, coffer_auditor;
grant select on ledger.seal_secrets, ledger.snapshot_runs, ledger.snapshots, ledger.snapshot_totals, ledger.day_totals to coffer_auditor;
drop policy if exists public_seals on ledger.seals;
create policy public_seals on ledger.seals for select to coffer_reader, coffer_auditor using (true);
drop policy if exists auditors_read on ledger.seal_secrets;
create policy auditors_read on ledger.seal_secrets for select to coffer_auditor using (true);
drop policy if exists auditors_read on ledger.snapshot_runs;
create policy auditors_read on ledger.snapshot_runs for select to coffer_auditor using (true);
drop policy if exists auditors_read on ledger.snapshots;
create policy auditors_read on ledger.snapshots for select to coffer_auditor using (true);
drop policy if exists auditors_read on ledger.snapshot_totals;
create policy auditors_read on ledger.snapshot_totals for select to coffer_auditor using (true);
drop policy if exists auditors_read on ledger.day_totals;
create policy auditors_read on ledger.day_totals for select to coffer_auditor using (true);

grant usage on schema treasury to coffer_reader, coffer_auditor;
grant select on treasury.queues, treasury.items, treasury.clawbacks, treasury.recoveries to coffer_reader, coffer_auditor;
grant execute on function treasury.coverage(), treasury.owed(bigint) to coffer_reader;
drop policy if exists everybody_reads on treasury.queues;
create policy everybody_reads on treasury.queues for select to coffer_reader using (true);
drop policy if exists own_or_staff on treasury.items;
create policy own_or_staff on treasury.items for select to coffer_reader using ((select identity.is_staff())
  or credit_account_id in (select id from ledger.accounts where member_id = (select identity.me())));
drop policy if exists auditors_read on treasury.items;
create policy auditors_read on treasury.items for select to coffer_auditor using (true);
drop policy if exists auditors_read on treasury.queues;
create policy auditors_read on treasury.queues for select to coffer_auditor using (true);
drop policy if exists own_or_staff on treasury.clawbacks;
create policy own_or_staff on treasury.clawbacks for select to coffer_reader using ((select identity.is_staff()) or member_id = (select identity.me()));
drop policy if exists own_or_staff on treasury.recoveries;
create policy own_or_staff on treasury.recoveries for select to coffer_reader using ((select identity.is_staff()) or clawback_id in (select id from treasury.clawbacks where member_id = (select identity.me())));
drop policy if exists auditors_read on treasury.clawbacks;
create policy auditors_read on treasury.clawbacks for select to coffer_auditor using (true);
drop policy if exists auditors_read on treasury.recoveries;
create policy auditors_read on treasury.recoveries for select to coffer_auditor using (true);
-- Reconciliation is staff's. The auditor sees every figure; texts and references of bank lines are people's.
grant execute on function treasury.open_items(bigint, date), treasury.day_figures(bigint, date), treasury.reached(bigint, date), treasury.reconciled() to coffer_reader;
grant select on treasury.reconciled_accounts, treasury.statements, treasury.stated_balances, treasury.statement_lines, treasury.matches, treasury.explanations, treasury.sheets, treasury.sheet_items to coffer_reader;
grant select on treasury.statements, treasury.stated_balances, treasury.matches, treasury.explanations, treasury.sheets, treasury.sheet_items to coffer_auditor;
grant select (id, statement_id, account_id, line_no, booked_on, value_on, amount, currency) on treasury.statement_lines to coffer_auditor;
-- Where reconciling begins and with what; the salt of line identities and the mapping of files are nobody's figures.
grant select (account_id, begins_on, opening) on treasury.reconciled_accounts to coffer_auditor;
do $$
declare v_table text;
begin
  foreach v_table in array '{reconciled_accounts,statements,stated_balances,statement_lines,matches,explanations,sheets,sheet_items}'::text[] loop
    execute format('drop policy if exists staff_only on treasury.%I', v_table);
    execute format('create policy staff_only on treasury.%I for select to coffer_reader using ((select identity.is_staff()))', v_table);
    execute format('drop policy if exists auditors_read on treasury.%I', v_table);
    execute format('create policy auditors_read on treasury.%I for select to coffer_auditor using (true)', v_table);
  end loop;
end $$;
-- What the operator took out of the client accounts is staff's and auditors'.
grant select on treasury.sweeps to coffer_reader, coffer_auditor;
grant execute on function treasury.sweepable() to coffer_reader;
drop policy if exists staff_reads on treasury.sweeps;
create policy staff_reads on treasury.sweeps for select to coffer_reader using ((select identity.is_staff()));
drop policy if exists auditors_read on treasury.sweeps;
create policy auditors_read on treasury.sweeps for select to coffer_auditor using (true);

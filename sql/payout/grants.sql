grant usage on schema payout to coffer_reader, coffer_auditor;
grant select on payout.tax_rules, payout.credits, payout.credit_taxes, payout.payouts, payout.parts, payout.deposits to coffer_reader, coffer_auditor;
grant select on payout.bank_files to coffer_reader;
grant execute on function payout.due_parts, payout.rule_on, payout.minor_units, payout.tax_of_payout, payout.tax_of_year, payout.years_of, payout.pan_known, payout.tax_taken, payout.tax_sums, payout.tax_left, payout.deposit_references, payout.answer_faults to coffer_reader;
drop policy if exists everybody_reads on payout.tax_rules;
create policy everybody_reads on payout.tax_rules for select to coffer_reader using (true);
drop policy if exists own_or_staff on payout.payouts;
create policy own_or_staff on payout.payouts for select to coffer_reader using ((select identity.is_staff()) or member_id = (select identity.me()));
drop policy if exists own_or_staff on payout.credits;
create policy own_or_staff on payout.credits for select to coffer_reader using ((select identity.is_staff()) or member_id = (select identity.me()));
drop policy if exists own_or_staff on payout.credit_taxes;
create policy own_or_staff on payout.credit_taxes for select to coffer_reader using ((select identity.is_staff())
  or credit_id in (select id from payout.credits where member_id = (select identity.me())));
drop policy if exists own_or_staff on payout.parts;
create policy own_or_staff on payout.parts for select to coffer_reader using ((select identity.is_staff())
  or payout_id in (select id from payout.payouts where member_id = (select identity.me())));
drop policy if exists staff_reads on payout.bank_files;
create policy staff_reads on payout.bank_files for select to coffer_reader using ((select identity.is_staff()));
drop policy if exists staff_reads on payout.deposits;
create policy staff_reads on payout.deposits for select to coffer_reader using ((select identity.is_staff()));
do $$
declare v_table text;
begin
  foreach v_table in array '{tax_rules,credits,credit_taxes,payouts,parts,deposits}'::text[] loop
    execute format('drop policy if exists auditors_read on payout.%I', v_table);
    execute format('create policy auditors_read on payout.%I for select to coffer_auditor using (true)', v_table);
  end loop;
end $$;

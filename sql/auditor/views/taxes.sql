create or replace view auditor.taxes as
select c.id as credit,
       c.member_id as member,
       c.currency,
       c.value_on,
       c.year_on,
       c.amount,
       c.total,
       c.due,
       c.tax,
       c.rule_id,
       c.pan_known,
       c.journal_id,
       c.credited_at
  from payout.credits c;
comment on view auditor.taxes is 'Tax on credited earnings, credit by credit. Minor units.';
comment on column auditor.taxes.credit is 'Number of the credit.';
comment on column auditor.taxes.member is 'Number of the member.';
comment on column auditor.taxes.currency is 'Currency of the amounts.';
comment on column auditor.taxes.value_on is 'The day for which it counts.';
comment on column auditor.taxes.year_on is 'First day of the tax year.';
comment on column auditor.taxes.amount is 'What was credited, minor units.';
comment on column auditor.taxes.total is 'Credited in the year through this one, minor units.';
comment on column auditor.taxes.due is 'Tax due on that, minor units.';
comment on column auditor.taxes.tax is 'Tax of this credit, minor units.';
comment on column auditor.taxes.rule_id is 'Tax rule.';
comment on column auditor.taxes.pan_known is 'Whether the tax number was known.';
comment on column auditor.taxes.journal_id is 'The journal that credited it.';
comment on column auditor.taxes.credited_at is 'When.';

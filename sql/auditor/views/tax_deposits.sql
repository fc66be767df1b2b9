create or replace view auditor.tax_deposits as
select d.id as deposit_id,
       d.request_id,
       d.quarter_on,
       d.rule_id,
       d.currency,
       d.amount,
       d.reference,
       d.paid_on,
       d.journal_id
  from payout.deposits d;
comment on view auditor.tax_deposits is 'Tax that was paid over to the authority. Minor units.';
comment on column auditor.tax_deposits.deposit_id is 'Id of the payment.';
comment on column auditor.tax_deposits.request_id is 'The request that was approved.';
comment on column auditor.tax_deposits.quarter_on is 'First day of the quarter.';
comment on column auditor.tax_deposits.rule_id is 'Tax rule.';
comment on column auditor.tax_deposits.currency is 'Currency of the amount.';
comment on column auditor.tax_deposits.amount is 'Minor units.';
comment on column auditor.tax_deposits.reference is 'Reference of the payment.';
comment on column auditor.tax_deposits.paid_on is 'When it was paid.';
comment on column auditor.tax_deposits.journal_id is 'The journal that booked it.';

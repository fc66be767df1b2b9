create or replace view auditor.commissions as
select c.id as commission,
       c.referrer_id as referrer,
       c.referred_id as referred,
       c.source_id as source,
       c.source_reference,
       c.currency,
       c.base,
       c.rate,
       c.amount,
       c.item_id as item,
       c.journal_id,
       c.earned_at
  from referral.commissions c;
comment on view auditor.commissions is 'Commissions for referrals. Minor units.';
comment on column auditor.commissions.commission is 'Number of the commission.';
comment on column auditor.commissions.referrer is 'Number of the member who earned it.';
comment on column auditor.commissions.referred is 'Number of the member who was referred.';
comment on column auditor.commissions.source is 'Id of the sale or contract.';
comment on column auditor.commissions.source_reference is 'How that is called.';
comment on column auditor.commissions.currency is 'Currency of the amounts.';
comment on column auditor.commissions.base is 'What it is counted on, minor units.';
comment on column auditor.commissions.rate is 'Percent.';
comment on column auditor.commissions.amount is 'Minor units.';
comment on column auditor.commissions.item is 'The item of the treasury that pays it.';
comment on column auditor.commissions.journal_id is 'The journal that paid it.';
comment on column auditor.commissions.earned_at is 'When it was earned.';

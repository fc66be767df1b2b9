create or replace view auditor.investments as
select i.id as investment,
       i.public_id as investment_id,
       i.reference,
       i.member_id as member,
       i.plan_id,
       i.version_id,
       i.currency,
       i.amount,
       i.daily_rate,
       i.start_on,
       i.end_on,
       i.days,
       i.total,
       i.prefunded,
       i.state,
       encode(i.version_hash, 'hex') as terms_hash,
       i.created_at,
       i.matured_at
  from invest.investments i;
comment on view auditor.investments is 'Contracts: principal, terms, dates, state. Minor units.';
comment on column auditor.investments.investment is 'Number of the contract.';
comment on column auditor.investments.investment_id is 'Id of the contract; the cause of its journals.';
comment on column auditor.investments.reference is 'How it is called.';
comment on column auditor.investments.member is 'Number of the member.';
comment on column auditor.investments.plan_id is 'The plan.';
comment on column auditor.investments.version_id is 'The version under which it was made.';
comment on column auditor.investments.currency is 'Currency of the amounts.';
comment on column auditor.investments.amount is 'Principal, minor units.';
comment on column auditor.investments.daily_rate is 'Percent a day.';
comment on column auditor.investments.start_on is 'First day; the first credit is for the next.';
comment on column auditor.investments.end_on is 'Last day: principal returns.';
comment on column auditor.investments.days is 'How many credits it has.';
comment on column auditor.investments.total is 'What it earns in all, minor units.';
comment on column auditor.investments.prefunded is 'Whether its earnings were set aside when it was made.';
comment on column auditor.investments.state is 'Active or matured.';
comment on column auditor.investments.terms_hash is 'SHA-256 of the terms it was made under.';
comment on column auditor.investments.created_at is 'When it was made.';
comment on column auditor.investments.matured_at is 'When principal returned.';

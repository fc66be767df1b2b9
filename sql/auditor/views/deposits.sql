create or replace view auditor.deposits as
select d.id as deposit_id,
       d.reference,
       d.member_id as member,
       d.method_id,
       d.currency,
       d.amount,
       d.received,
       d.state,
       d.reason,
       d.journal_id,
       d.submitted_at,
       d.decided_at
  from funding.deposits d;
comment on view auditor.deposits is 'Deposits that members told. Minor units.';
comment on column auditor.deposits.deposit_id is 'Id of the deposit; the cause of its journal.';
comment on column auditor.deposits.reference is 'How it is called.';
comment on column auditor.deposits.member is 'Number of the member.';
comment on column auditor.deposits.method_id is 'How it came.';
comment on column auditor.deposits.currency is 'Currency of the amounts.';
comment on column auditor.deposits.amount is 'What was told, minor units.';
comment on column auditor.deposits.received is 'What came, minor units.';
comment on column auditor.deposits.state is 'Pending, approved or rejected.';
comment on column auditor.deposits.reason is 'Why it was rejected.';
comment on column auditor.deposits.journal_id is 'The journal that booked it.';
comment on column auditor.deposits.submitted_at is 'When it was told.';
comment on column auditor.deposits.decided_at is 'When it was decided.';

create or replace view auditor.withdrawals as
select w.id as withdrawal_id,
       w.reference,
       w.member_id as member,
       w.account_id,
       w.currency,
       w.amount,
       w.fee,
       w.state,
       w.reason,
       w.request_id,
       w.journal_id,
       w.requested_at,
       w.decided_at,
       w.sent_at,
       w.closed_at
  from funding.withdrawals w;
comment on view auditor.withdrawals is 'Withdrawals that members asked for. Minor units.';
comment on column auditor.withdrawals.withdrawal_id is 'Id of the withdrawal; the cause of its journals.';
comment on column auditor.withdrawals.reference is 'How it is called.';
comment on column auditor.withdrawals.member is 'Number of the member.';
comment on column auditor.withdrawals.account_id is 'Wallet it is taken from.';
comment on column auditor.withdrawals.currency is 'Currency of the amounts.';
comment on column auditor.withdrawals.amount is 'Minor units.';
comment on column auditor.withdrawals.fee is 'Kept by the operator, minor units.';
comment on column auditor.withdrawals.state is 'How it stands.';
comment on column auditor.withdrawals.reason is 'Why it was rejected or failed.';
comment on column auditor.withdrawals.request_id is 'The request that was approved.';
comment on column auditor.withdrawals.journal_id is 'The journal that booked it.';
comment on column auditor.withdrawals.requested_at is 'When it was asked.';
comment on column auditor.withdrawals.decided_at is 'When it was decided.';
comment on column auditor.withdrawals.sent_at is 'When it was sent.';
comment on column auditor.withdrawals.closed_at is 'When it ended.';

create or replace view auditor.holds as
select h.id as hold_id,
       h.account_id,
       a.currency,
       h.amount,
       h.reason,
       h.subject,
       h.state,
       h.placed_at,
       h.expires_at,
       h.ended_at
  from ledger.holds h join ledger.accounts a on a.id = h.account_id;
comment on view auditor.holds is 'What is reserved on accounts: money of open requests, earmarks of treasuries. Minor units.';
comment on column auditor.holds.hold_id is 'Id of the hold.';
comment on column auditor.holds.account_id is 'Account on which it lies.';
comment on column auditor.holds.currency is 'Currency of the amount.';
comment on column auditor.holds.amount is 'Minor units.';
comment on column auditor.holds.reason is 'Why it is reserved.';
comment on column auditor.holds.subject is 'For what: the id of a withdrawal, a payout, an investment.';
comment on column auditor.holds.state is 'Open, captured, released or expired.';
comment on column auditor.holds.placed_at is 'When it was placed.';
comment on column auditor.holds.expires_at is 'When it ends by itself.';
comment on column auditor.holds.ended_at is 'When it ended.';

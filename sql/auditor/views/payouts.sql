create or replace view auditor.payouts as
select p.id as payout_id,
       p.reference,
       p.member_id as member,
       p.account_id,
       p.currency,
       p.gross,
       p.tax,
       p.emi,
       p.bank,
       p.rule_id,
       p.state,
       p.reason,
       p.journal_id,
       p.posted_on,
       p.requested_at,
       p.decided_at,
       p.sent_at,
       p.closed_at
  from payout.payouts p;
comment on view auditor.payouts is 'Payouts of earnings: gross, tax, instalments, what went to the bank. Minor units.';
comment on column auditor.payouts.payout_id is 'Id of the payout.';
comment on column auditor.payouts.reference is 'How it is called.';
comment on column auditor.payouts.member is 'Number of the member.';
comment on column auditor.payouts.account_id is 'Wallet it is taken from.';
comment on column auditor.payouts.currency is 'Currency of the amounts.';
comment on column auditor.payouts.gross is 'Asked for, minor units.';
comment on column auditor.payouts.tax is 'Tax that was kept, minor units.';
comment on column auditor.payouts.emi is 'For instalments, minor units.';
comment on column auditor.payouts.bank is 'What goes to the bank, minor units.';
comment on column auditor.payouts.rule_id is 'Tax rule.';
comment on column auditor.payouts.state is 'How it stands.';
comment on column auditor.payouts.reason is 'Why it was rejected or came back.';
comment on column auditor.payouts.journal_id is 'The journal that booked it.';
comment on column auditor.payouts.posted_on is 'Its value date.';
comment on column auditor.payouts.requested_at is 'When it was asked.';
comment on column auditor.payouts.decided_at is 'When it was decided.';
comment on column auditor.payouts.sent_at is 'When it was sent.';
comment on column auditor.payouts.closed_at is 'When it ended.';

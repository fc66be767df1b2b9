create or replace view auditor.trial_balance as
select l.value_on,
       a.kind as account_kind,
       a.currency,
       coalesce(sum(l.amount) filter (where l.amount > 0), 0)::bigint as debit,
       coalesce(-sum(l.amount) filter (where l.amount < 0), 0)::bigint as credit,
       count(*) as lines
  from ledger.lines l join ledger.accounts a on a.id = l.account_id
 group by l.value_on, a.kind, a.currency;
comment on view auditor.trial_balance is 'Debits and credits by value date, kind of account and currency, added up from the lines. Each day sums to zero per currency. Minor units.';
comment on column auditor.trial_balance.value_on is 'The day.';
comment on column auditor.trial_balance.account_kind is 'What the accounts are called.';
comment on column auditor.trial_balance.currency is 'Currency of the sums.';
comment on column auditor.trial_balance.debit is 'Sum of the debits, minor units.';
comment on column auditor.trial_balance.credit is 'Sum of the credits, minor units, not below zero.';
comment on column auditor.trial_balance.lines is 'How many lines were added up.';

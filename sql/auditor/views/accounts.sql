create or replace view auditor.accounts as
select a.id as account_id,
       a.kind as account_kind,
       a.currency,
       a.member_id as member,
       a.side,
       b.balance + coalesce(u.pending, 0) as balance,
       b.held,
       b.balance + coalesce(u.pending, 0) - b.held as available,
       a.floored,
       a.opened_at
  from ledger.accounts a join ledger.account_balances b on b.account_id = a.id
  left join lateral (select sum(u.amount)::bigint as pending from ledger.unfolded u where u.account_id = a.id and a.appended) u on a.appended;
comment on view auditor.accounts is 'Accounts: what each is called, its natural side, and what stands on it now. Minor units.';
comment on column auditor.accounts.account_id is 'Number of the account.';
comment on column auditor.accounts.account_kind is 'What the account is called: a wallet of a member, or an account of the operator.';
comment on column auditor.accounts.currency is 'Currency of every amount on it.';
comment on column auditor.accounts.member is 'Number of the member whose wallet it is; empty for accounts of the operator.';
comment on column auditor.accounts.side is 'Natural side: 1 debit, -1 credit.';
comment on column auditor.accounts.balance is 'What stands on it, in minor units of its natural side.';
comment on column auditor.accounts.held is 'How much of it is reserved by open holds.';
comment on column auditor.accounts.available is 'Balance less holds.';
comment on column auditor.accounts.floored is 'Whether available may never be below zero.';
comment on column auditor.accounts.opened_at is 'When it was opened, in real time.';

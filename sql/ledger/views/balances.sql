create or replace view ledger.balances with (security_invoker = true) as
select a.id as account_id, a.member_id, a.kind, a.currency, a.side,
       b.balance + coalesce(u.pending, 0) as balance, b.held, b.balance + coalesce(u.pending, 0) - b.held as available
  from ledger.accounts a
  join ledger.account_balances b on b.account_id = a.id
  left join lateral (select sum(amount)::bigint as pending from ledger.unfolded where account_id = a.id and a.appended) u on a.appended;
comment on view ledger.balances is 'Balance (natural side, minor units), holds and available of each account, appended movements included.';

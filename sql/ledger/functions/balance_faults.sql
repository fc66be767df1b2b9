/* Law: an account's balance, movements still appended included, is the sum of all its lines. Adds up every line: for the nightly look. */
create or replace function ledger.balance_faults() returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'balance is the sum of lines', 'account ' || b.account_id, coalesce(l.sum, 0)::text, b.balance::text
    from ledger.balances b
    left join (select x.account_id, sum(x.amount * a.side)::bigint as sum from ledger.lines x join ledger.accounts a on a.id = x.account_id group by 1) l on l.account_id = b.account_id
   where b.balance <> coalesce(l.sum, 0)
$$;
comment on function ledger.balance_faults is 'Accounts whose balance is not the sum of their lines.';

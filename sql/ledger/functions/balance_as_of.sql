/* Balance (minor units, natural side) of an account at the end of a value date. */
create or replace function ledger.balance_as_of(p_account bigint, p_on date) returns bigint
language sql stable security definer set search_path = '' as $$
  select coalesce(sum(l.amount), 0)::bigint * min(a.side) from ledger.accounts a left join ledger.lines l on l.account_id = a.id and l.value_on <= p_on where a.id = p_account
$$;
comment on function ledger.balance_as_of is 'Balance by value date.';

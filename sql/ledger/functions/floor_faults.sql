/* Law: what is available of a floored account, movements still appended included, is never below zero. Of some accounts, or of all. */
create or replace function ledger.floor_faults(p_accounts bigint[] default null) returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'available is never below zero', 'account ' || b.account_id, '0', (b.balance + coalesce(u.pending, 0) - b.held)::text
    from ledger.account_balances b
    left join (select x.account_id, sum(x.amount)::bigint as pending from ledger.unfolded x group by 1) u on u.account_id = b.account_id
   where (p_accounts is null or b.account_id = any (p_accounts)) and b.floored and b.balance + coalesce(u.pending, 0) - b.held < 0
$$;
comment on function ledger.floor_faults is 'Floored accounts below zero.';

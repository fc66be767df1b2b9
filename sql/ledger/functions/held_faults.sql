/* Law: what is held of an account is the sum of its open holds. Of some accounts, or of all. */
create or replace function ledger.held_faults(p_accounts bigint[] default null) returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'held is the sum of open holds', 'account ' || b.account_id, h.sum::text, b.held::text
    from ledger.account_balances b
    cross join lateral (select coalesce(sum(x.amount), 0)::bigint as sum from ledger.holds x where x.account_id = b.account_id and x.state = 'open') h
   where (p_accounts is null or b.account_id = any (p_accounts)) and b.held <> h.sum
$$;
comment on function ledger.held_faults is 'Accounts whose held is not the sum of their open holds.';

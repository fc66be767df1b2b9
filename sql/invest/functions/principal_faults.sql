/* Law: what stands in a member's INVESTED is the principal of the contracts that run. Of some accounts, or of all. */
create or replace function invest.principal_faults(p_accounts bigint[] default null) returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'INVESTED is the principal that runs', 'account ' || a.id, s.sum::text, b.balance::text
    from ledger.accounts a join ledger.account_balances b on b.account_id = a.id
    cross join lateral (select coalesce(sum(i.amount), 0)::bigint as sum from invest.investments i where i.invested_account_id = a.id and i.state = 'active') s
   where a.kind = 'INVESTED' and (p_accounts is null or a.id = any (p_accounts)) and b.balance <> s.sum
$$;
comment on function invest.principal_faults is 'INVESTED accounts that are not the principal that runs.';

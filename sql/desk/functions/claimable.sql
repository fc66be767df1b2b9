/* What a member's wallets have available, all wallets of a currency together, in minor units: what nominees can be paid. */
create or replace function desk.claimable(p_member bigint) returns table (currency text, amount bigint)
language sql stable set search_path = '' as $$
  select b.currency, sum(b.available)::bigint from ledger.balances b where b.member_id = p_member and b.kind in ('DEPOSIT', 'INTEREST', 'EARNINGS') group by b.currency having sum(b.available) > 0
$$;
comment on function desk.claimable is 'What nominees can be paid.';

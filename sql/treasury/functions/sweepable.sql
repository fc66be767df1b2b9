/* What of the client accounts is the operator's own, per currency, minor units: vehicle money that members paid out of their wallets (held), and what lies above everything that is owed
   (own): fees and gains less losses. Exact for who has locked customer_advances:held and deployed_capital; a snapshot for everybody else. */
create or replace function treasury.sweepable() returns table (currency text, held bigint, own bigint)
language sql stable security definer set search_path = '' as $$
  select c.currency, coalesce(h.balance, 0), greatest(0, c.bank + c.deployed - c.owed)
    from treasury.coverage() c left join ledger.balances h on h.kind = 'customer_advances:held' and h.currency = c.currency and h.member_id is null
$$;
comment on function treasury.sweepable is 'What of the client accounts is the operator''s own.';

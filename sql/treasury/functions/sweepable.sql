/* What of the client accounts of a currency is the operator's own, minor units: vehicle money that members paid out of their wallets (held), and what lies above everything that is owed
   (own): fees and gains less losses. Exact for who has locked customer_advances:held and deployed_capital; a snapshot for everybody else. */
create or replace function treasury.sweepable(p_currency text, out held bigint, out own bigint)
language sql stable security definer set search_path = '' as $$
  select coalesce(sum(b.balance) filter (where b.kind = 'customer_advances:held'), 0)::bigint,
         greatest(0, coalesce(sum(case when b.kind = 'deployed_capital' or b.kind like 'bank:client:%' then b.balance
           when b.member_id is not null or b.kind in ('payout_clearing', 'tax_payable', 'suspense', 'customer_advances:held') or b.kind like 'treasury:%' then -b.balance else 0 end), 0))::bigint
    from ledger.balances b where b.currency = p_currency
$$;
comment on function treasury.sweepable is 'What of the client accounts is the operator''s own.';

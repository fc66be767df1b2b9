/* The figures behind coverage (spec 2.5), per currency, in minor units: what is held for members (bank and deployed capital), what is
   owed, what is owed less invested principal, the returns treasury, and what awaits funding. Percentages are made by the desk. */
create or replace function treasury.coverage() returns table (currency text, bank bigint, deployed bigint, owed bigint, invested bigint, returns bigint, awaiting_count bigint, awaiting_sum bigint, returns_awaiting bigint, awaiting_oldest_on date)
language sql stable security definer set search_path = '' as $$
  select b.currency,
         coalesce(sum(b.balance) filter (where b.kind like 'bank:client:%'), 0)::bigint,
         coalesce(sum(b.balance) filter (where b.kind = 'deployed_capital'), 0)::bigint,
         coalesce(sum(b.balance) filter (where b.member_id is not null or b.kind in ('payout_clearing', 'tax_payable', 'suspense', 'customer_advances:held') or b.kind like 'treasury:%'), 0)::bigint,
         coalesce(sum(b.balance) filter (where b.kind = 'INVESTED'), 0)::bigint,
         coalesce(sum(b.balance) filter (where b.kind = 'treasury:returns'), 0)::bigint,
         coalesce(max(w.count), 0), coalesce(max(w.sum), 0)::bigint, coalesce(max(w.returns), 0)::bigint, max(w.oldest)
    from ledger.balances b
    left join (select q.currency, count(*) as count, sum(i.amount) as sum, sum(i.amount) filter (where q.name = 'returns') as returns, min(i.value_on) as oldest
                 from treasury.items i join treasury.queues q on q.account_id = i.queue_id where i.state = 'awaiting' group by q.currency) w on w.currency = b.currency
   group by b.currency order by b.currency
$$;
comment on function treasury.coverage is 'The figures behind coverage.';

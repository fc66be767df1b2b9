/* Law: the figures behind coverage are what the lines of those accounts add up to. Adds up every line: for the nightly look. */
create or replace function treasury.coverage_faults() returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'coverage is what the lines say', 'coverage in ' || coalesce(c.currency, l.currency), concat_ws(' ', l.bank, l.deployed, l.owed, l.invested), concat_ws(' ', c.bank, c.deployed, c.owed, c.invested)
    from treasury.coverage() c
    full join (select a.currency, coalesce(sum(s.sum * a.side) filter (where a.kind like 'bank:client:%'), 0)::bigint as bank,
                      coalesce(sum(s.sum * a.side) filter (where a.kind = 'deployed_capital'), 0)::bigint as deployed,
                      coalesce(sum(s.sum * a.side) filter (where a.member_id is not null or a.kind like 'treasury:%' or a.kind in ('payout_clearing', 'tax_payable', 'suspense', 'customer_advances:held')), 0)::bigint as owed,
                      coalesce(sum(s.sum * a.side) filter (where a.kind = 'INVESTED'), 0)::bigint as invested
                 from ledger.accounts a left join (select x.account_id, sum(x.amount) as sum from ledger.lines x group by 1) s on s.account_id = a.id group by a.currency) l on l.currency = c.currency
   where (c.bank, c.deployed, c.owed, c.invested) is distinct from (l.bank, l.deployed, l.owed, l.invested)
$$;
comment on function treasury.coverage_faults is 'Coverage figures that the lines do not add up to.';

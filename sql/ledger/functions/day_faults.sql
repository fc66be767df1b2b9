/* Law: what the runs have summed up by day comes, for each kind of account and currency, to the balances of the last snapshot. Minor units, debit less credit. */
create or replace function ledger.day_faults() returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'sums by day come to the snapshots', kind || ' ' || currency, coalesce(t.balance, 0)::text, coalesce(d.sum, 0)::text
    from (select account_kind as kind, currency, sum(debit - credit) as sum from ledger.day_totals group by account_kind, currency) d
    full join (select s.kind, s.currency, s.balance from ledger.snapshot_totals s where s.closed_to = (select max(r.closed_to) from ledger.snapshot_runs r)) t using (kind, currency)
   where coalesce(t.balance, 0) <> coalesce(d.sum, 0)
$$;
comment on function ledger.day_faults is 'Sums by day that do not come to the snapshots.';

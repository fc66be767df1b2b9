/* Laws of contracts that began elsewhere: the principal was opened once, against what came with the import; and their days until the cut-over are recorded and were never paid here. Of contracts touched by transactions from p_xid on, or of all. */
create or replace function invest.carried_faults(p_xid xid8 default null) returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'a contract was paid for', 'investment ' || i.id, '1 opening line of ' || i.amount, o.count || ' opening lines of ' || o.sum
    from invest.carried c join invest.investments i on i.id = c.investment_id
    cross join lateral (select count(*) as count, coalesce(-sum(l.amount), 0) as sum from ledger.lines l join ledger.journals j on j.id = l.journal_id and j.kind = 'opening' where l.account_id = i.invested_account_id and l.source_id = i.id) o
   where (p_xid is null or i.touched_xid >= p_xid) and (o.count, o.sum) <> (1, i.amount)
  union all
  select 'days earned elsewhere are not paid again', 'investment ' || i.id, c.days || ' days without journal', a.count || ' days without journal'
    from invest.carried c join invest.investments i on i.id = c.investment_id
    cross join lateral (select count(*) as count from invest.accruals x where x.investment_id = i.id and x.k <= c.days and x.journal_id is null
        and not exists (select from treasury.items t where t.journal_kind = 'accrual' and t.source_order = i.id and t.k = x.k)) a
   where (p_xid is null or i.touched_xid >= p_xid) and a.count <> c.days
$$;
comment on function invest.carried_faults is 'Contracts from elsewhere that were not opened, or whose days were paid again.';

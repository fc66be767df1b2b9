/* Law: what the days that name a journal add up to is what that journal credits, day for day. Compares every day with its journal: for
   the nightly look. */
create or replace function invest.posted_faults() returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'a posted day stands in the books', 'journal ' || a.journal_id, a.count || ' credits of ' || a.sum, coalesce(l.count, 0) || ' credits of ' || coalesce(l.sum, 0)
    from (select x.journal_id, count(*) as count, sum(x.amount) as sum from invest.accruals x where x.journal_id is not null group by 1) a
    left join (select x.journal_id, count(*) as count, -sum(x.amount) as sum from ledger.journals j join ledger.lines x on x.journal_id = j.id where j.kind = 'accrual' and x.source_id is not null group by 1) l
      on l.journal_id = a.journal_id
   where (a.count, a.sum) is distinct from (l.count, l.sum)
$$;
comment on function invest.posted_faults is 'Days whose journal does not credit them.';

/* What accrual rows say of one investment, minor units: days recorded, posted and waiting sums. Pages show this and nothing else. */
create or replace function invest.earned(p_investment bigint, out days integer, out posted bigint, out awaiting bigint)
language sql stable set search_path = '' as $$
  select count(*)::integer, coalesce(sum(a.amount) filter (where a.journal_id is not null or i.state = 'posted'), 0)::bigint,
         coalesce(sum(a.amount) filter (where a.journal_id is null and i.state = 'awaiting'), 0)::bigint
    from invest.accruals a
    left join treasury.items i on a.journal_id is null and a.amount > 0 and i.journal_kind = 'accrual' and i.source_order = a.investment_id and i.k = a.k
   where a.investment_id = p_investment
$$;
comment on function invest.earned is 'What accrual rows say of one investment.';

/* What accrual rows say of one investment, minor units: days recorded, posted and waiting sums. Pages show this and nothing else. Rows are
   written without gaps and add up to the closed form (laws that are watched), so that the last one says it all. */
create or replace function invest.earned(p_investment invest.investments, out days integer, out posted bigint, out awaiting bigint)
language plpgsql stable security definer set search_path = '' as $$
begin
  select coalesce((select a.k from invest.accruals a where a.investment_id = (p_investment).id order by a.k desc limit 1), 0),
         coalesce((select sum(t.amount) from treasury.items t where t.journal_kind = 'accrual' and t.source_order = (p_investment).id and t.state = 'awaiting'), 0)
    into days, awaiting;
  posted := invest.earned_until((p_investment).accrual_rate, days) - awaiting;
end $$;
comment on function invest.earned is 'What accrual rows say of one investment.';

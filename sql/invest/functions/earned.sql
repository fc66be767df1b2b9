/* What accrual rows say of one investment, minor units: days recorded, posted and waiting sums. Pages show this and nothing else. Rows are
   written without gaps and add up to the closed form (laws that are watched), so that the last one says it all. */
create or replace function invest.earned(p_investment bigint, out days integer, out posted bigint, out awaiting bigint)
language plpgsql stable security definer set search_path = '' as $$
begin
  days := invest.days_recorded(p_investment);
  awaiting := coalesce((select sum(t.amount) from treasury.items t where t.journal_kind = 'accrual' and t.source_order = p_investment and t.state = 'awaiting'), 0);
  posted := coalesce((select invest.earned_until(i.accrual_rate, earned.days) from invest.investments i where i.id = p_investment), 0) - awaiting;
end $$;
comment on function invest.earned is 'What accrual rows say of one investment.';

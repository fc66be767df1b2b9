/* What a run will still credit to one investment: cum(days due) - cum(days recorded), minor units. Contracts that the previous
   finished run has certainly seen need no look at their rows. */
create or replace function invest.due_amount(p_investment invest.investments, p_run invest.accrual_runs, p_as_of date) returns numeric
language sql stable as $$
  select invest.cumulative((p_investment).amount, (p_investment).daily_rate, least((p_investment).days, p_as_of - (p_investment).start_on))
       - invest.cumulative((p_investment).amount, (p_investment).daily_rate,
           case when (p_investment).touched_xid < (p_run).previous_horizon then greatest(least((p_investment).days, (p_run).previous_on - (p_investment).start_on), 0)
                else invest.days_recorded((p_investment).id) end)
$$;
comment on function invest.due_amount is 'What a run will still credit to one investment.';

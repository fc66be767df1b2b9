create or replace view auditor.accruals as
select x.investment_id as investment,
       x.k,
       i.start_on + x.k as value_on,
       i.currency,
       x.amount,
       i.amount as principal,
       i.daily_rate,
       trim_scale(i.amount * i.daily_rate * 0.01 * x.k)::text as unrounded,
       x.journal_id
  from invest.accruals x join invest.investments i on i.id = x.investment_id;
comment on view auditor.accruals is 'Daily credits of contracts and how each came about: cum(k) = round(principal × rate / 100 × k), a credit is cum(k) less cum(k - 1). Minor units.';
comment on column auditor.accruals.investment is 'Number of the contract.';
comment on column auditor.accruals.k is 'Which credit of the contract, from 1.';
comment on column auditor.accruals.value_on is 'The day for which it is.';
comment on column auditor.accruals.currency is 'Currency of the amount.';
comment on column auditor.accruals.amount is 'The credit, minor units.';
comment on column auditor.accruals.principal is 'Principal of the contract, minor units.';
comment on column auditor.accruals.daily_rate is 'Percent a day of the contract.';
comment on column auditor.accruals.unrounded is 'Earned through this day before rounding, in minor units.';
comment on column auditor.accruals.journal_id is 'The journal that paid it; empty while it waits for its treasury.';

-- Up Migration
-- What a contract earns in a day, exact and unrounded: a run of many contracts multiplies once for each day's end instead of three times.
alter table invest.investments add column accrual_rate numeric generated always as (amount * daily_rate * 0.01) stored;
comment on column invest.investments.accrual_rate is 'Return of one day in minor units, exact and unrounded: amount * daily_rate / 100.';

/* invest.cumulative for a contract's own accrual_rate, which is multiplied and rounded once: minor units earned by the end of day k,
   half away from zero (spec 3.2). No search_path setting: the planner must be able to inline it. */
create or replace function invest.earned_until(p_accrual_rate numeric, p_k integer) returns numeric
language sql immutable parallel safe as $$ select round(p_accrual_rate * p_k) $$;
comment on function invest.earned_until is 'Return a contract has earned by the end of day k, in minor units.';

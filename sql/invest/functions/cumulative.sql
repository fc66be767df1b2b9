/* cum(k) = round(amount * rate/100 * k), minor units, half away from zero (spec 3.2). Multiplied by 0.01, not divided by 100: a
   quotient is cut to its display scale, a product is exact. No search_path setting: the planner must be able to inline it. */
create or replace function invest.cumulative(p_amount bigint, p_rate numeric, p_k integer) returns numeric
language sql immutable parallel safe as $$ select round(p_amount * p_rate * p_k * 0.01) $$;
comment on function invest.cumulative is 'Return earned by the end of day k, in minor units.';

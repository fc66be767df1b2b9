/* Whole units of a currency in its minor units. */
create or replace function payout.minor_units(p_units bigint, p_currency text) returns bigint
language sql stable set search_path = '' as $$ select (p_units * 10::numeric ^ core.exponent(p_currency))::bigint $$;
comment on function payout.minor_units is 'Whole units of a currency in its minor units.';

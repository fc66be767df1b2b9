/* Decimals of a currency; null when there is no such currency. */
create or replace function core.exponent(p_currency text) returns smallint
language plpgsql stable set search_path = '' as $$ begin return (select exponent from core.currencies where code = p_currency); end $$;
comment on function core.exponent is 'Decimals of a currency.';

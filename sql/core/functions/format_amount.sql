/* Minor units to decimal text in the currency's decimals. */
create or replace function core.format_amount(p_minor numeric, p_currency text) returns text
language sql stable set search_path = '' as $$ select core.decimal_text(p_minor, core.exponent(p_currency)) $$;
comment on function core.format_amount is 'Minor units to decimal text in the currency''s decimals.';

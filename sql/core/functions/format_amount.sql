/* Minor units to decimal text in the currency's decimals. Null in, or a currency there is not, null out. */
create or replace function core.format_amount(p_minor numeric, p_currency text) returns text
language plpgsql stable set search_path = '' as $$
declare v_exponent integer := core.exponent(p_currency);
begin
  return core.decimal_text(p_minor, v_exponent);
end $$;
comment on function core.format_amount is 'Minor units to decimal text in the currency''s decimals.';

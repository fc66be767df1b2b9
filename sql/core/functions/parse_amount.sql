/* Decimal text to minor units as core.read_amount; what is not an amount is refused: `invalid_amount` at the field. */
create or replace function core.parse_amount(p_text text, p_currency text, p_field text default 'amount', p_zero boolean default false) returns bigint
language plpgsql stable set search_path = '' as $$
declare
  v_exponent smallint := core.exponent(p_currency);
  v_minor bigint;
begin
  if v_exponent is null then
    perform core.refuse('invalid_input', 'currency', jsonb_build_object('currency', left(p_currency, 10)));
  end if;
  v_minor := core.read_amount(p_text, p_currency, p_zero);
  if v_minor is null then
    perform core.refuse('invalid_amount', p_field, jsonb_build_object('currency', p_currency, 'decimals', v_exponent));
  end if;
  return v_minor;
end $$;
comment on function core.parse_amount is 'Decimal text to minor units; refuses everything that is not a plain positive amount.';

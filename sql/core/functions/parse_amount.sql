/* Decimal text to minor units (spec 2.1). Accepts ASCII digits without leading zeros, then at most `exponent` decimals after
   a point. Anything else, more than 9 * 10^15 minor units, and zero unless allowed: `invalid_amount` at the field. */
create or replace function core.parse_amount(p_text text, p_currency text, p_field text default 'amount', p_zero boolean default false) returns bigint
language plpgsql stable set search_path = '' as $$
declare
  v_exponent smallint := core.exponent(p_currency);
  v_minor numeric;
begin
  if v_exponent is null then
    perform core.refuse('invalid_input', 'currency', jsonb_build_object('currency', left(p_currency, 10)));
  end if;
  if p_text is null or length(p_text) > 30 or p_text !~ '^(0|[1-9][0-9]*)(\.[0-9]+)?$'
     or length(coalesce(substring(p_text from '\.([0-9]+)$'), '')) > v_exponent then
    perform core.refuse('invalid_amount', p_field, jsonb_build_object('currency', p_currency, 'decimals', v_exponent));
  end if;
  v_minor := p_text::numeric * (10::numeric ^ v_exponent);
  if v_minor > 9000000000000000 or (v_minor = 0 and not p_zero) then
    perform core.refuse('invalid_amount', p_field, jsonb_build_object('currency', p_currency, 'decimals', v_exponent));
  end if;
  return v_minor::bigint;
end $$;
comment on function core.parse_amount is 'Decimal text to minor units; refuses everything that is not a plain positive amount.';

/* Decimal text to minor units (spec 2.1): ASCII digits without leading zeros, then at most `exponent` decimals after a point. Null for anything else, for more
   than 9 * 10^15 minor units, for zero unless allowed, and for a currency there is not. */
create or replace function core.read_amount(p_text text, p_currency text, p_zero boolean default false) returns bigint
language plpgsql stable set search_path = '' as $$
declare
  v_exponent smallint := (select c.exponent from core.currencies c where c.code = p_currency);
  v_minor numeric;
begin
  if v_exponent is null or p_text is null or length(p_text) > 30 or p_text !~ '^(0|[1-9][0-9]*)(\.[0-9]+)?$'
     or length(coalesce(substring(p_text from '\.([0-9]+)$'), '')) > v_exponent then
    return null;
  end if;
  v_minor := p_text::numeric * (10::numeric ^ v_exponent);
  if v_minor > 9000000000000000 or (v_minor = 0 and not p_zero) then return null; end if;
  return v_minor::bigint;
end $$;
comment on function core.read_amount is 'Decimal text to minor units; null for everything that is not a plain positive amount.';

/* A decimal setting as minor units of a currency; null when unset or zero (zero means: no limit). */
create or replace function core.setting_amount(p_key text, p_currency text) returns bigint
language sql stable set search_path = '' as $$
  select nullif(round(value::numeric * (10::numeric ^ core.exponent(p_currency))), 0)::bigint from core.settings where key = p_key
$$;
comment on function core.setting_amount is 'A decimal setting as minor units; null when zero.';

/* Minimum and maximum of a version, inclusive: `below_minimum`, `above_maximum`. */
create or replace function invest.check_amount(p_version invest.plan_versions, p_amount bigint, p_currency text) returns void
language plpgsql stable set search_path = '' as $$
begin
  if p_amount < (p_version).minimum then
    perform core.refuse('below_minimum', 'amount', jsonb_build_object('minimum', core.format_amount((p_version).minimum, p_currency), 'currency', p_currency));
  end if;
  if p_amount > (p_version).maximum then
    perform core.refuse('above_maximum', 'amount', jsonb_build_object('maximum', core.format_amount((p_version).maximum, p_currency), 'currency', p_currency));
  end if;
end $$;
comment on function invest.check_amount is 'Checks an amount against a version.';

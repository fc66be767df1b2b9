/* The tax rule of a regime and scope that holds on a day. Null where there is none. */
create or replace function payout.rule_on(p_regime text, p_scope text, p_on date) returns payout.tax_rules
language sql stable security definer set search_path = '' as $$
  select r from payout.tax_rules r where r.regime = p_regime and r.scope = p_scope and daterange(r.from_on, r.until_on, '[]') @> p_on
$$;
comment on function payout.rule_on is 'The tax rule that holds on a day.';

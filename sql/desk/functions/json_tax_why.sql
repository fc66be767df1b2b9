/* Why a payout was taxed as it was: the rule by its rate, cap and scope, and what the rate alone would have taken of the gross (minor units). Null where no rule held. */
create or replace function desk.json_tax_why(p_rule uuid, p_gross bigint, p_currency text) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('rate', r.rate::text, 'scope', r.scope, 'cap', core.format_amount(payout.minor_units(r.cap_units, p_currency), p_currency), 'whole', core.format_amount(payout.tax_of_payout(p_gross, r.rate, null, 0), p_currency))
    from payout.tax_rules r where r.id = p_rule
$$;
comment on function desk.json_tax_why is 'Why a payout was taxed as it was.';

/* References and days of the payments with which a quarter's tax under a rule was paid over, for certificates: amounts are the operator's, not a member's. */
create or replace function payout.deposit_references(p_quarter_on date, p_rule uuid, p_currency text) returns table (reference text, paid_on date)
language sql stable security definer set search_path = '' as $$
  select d.reference, d.paid_on from payout.deposits d join payout.tax_rules o on o.id = d.rule_id join payout.tax_rules r on r.id = p_rule
   where d.quarter_on = p_quarter_on and d.currency = p_currency and o.regime = r.regime and o.certificate_form = r.certificate_form and o.payment_code is not distinct from r.payment_code
   order by d.paid_on, d.reference
$$;
comment on function payout.deposit_references is 'With which payments a quarter''s tax was paid over.';

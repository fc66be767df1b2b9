/* A tax rule. */
create or replace function desk.json_tax_rule(p_rule payout.tax_rules) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('id', (p_rule).id, 'regime', (p_rule).regime, 'scope', (p_rule).scope, 'rate', (p_rule).rate::text, 'no_pan_rate', (p_rule).no_pan_rate::text,
    'threshold', (p_rule).threshold_units::text, 'cap', (p_rule).cap_units::text, 'from_on', (p_rule).from_on, 'until_on', (p_rule).until_on, 'certificate_form', (p_rule).certificate_form,
    'payment_code', (p_rule).payment_code, 'note', (p_rule).note)
$$;
comment on function desk.json_tax_rule is 'A tax rule.';

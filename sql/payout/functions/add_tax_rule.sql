/* Adds a tax rule from a day on, which must not have passed (`invalid_input`). Percent, whole units of the currency. Refuses `tax_rules_overlap` where one of its
   regime and scope holds already: that one is ended first. Answers its id. */
create or replace function payout.add_tax_rule(p_regime text, p_scope text, p_rate numeric, p_no_pan_rate numeric, p_threshold_units bigint, p_cap_units bigint, p_from_on date, p_until_on date, p_certificate_form text, p_payment_code text, p_note text, p_today date, p_staff bigint, p_at timestamptz) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare v_id uuid;
begin
  if p_from_on is null or p_from_on < p_today then perform core.refuse('invalid_input', 'from_on', '{"reason": "past"}'); end if;
  insert into payout.tax_rules (regime, scope, rate, no_pan_rate, threshold_units, cap_units, from_on, until_on, certificate_form, payment_code, note, created_by, created_at)
  values (p_regime, p_scope, p_rate, p_no_pan_rate, p_threshold_units, p_cap_units, p_from_on, p_until_on, p_certificate_form, p_payment_code, p_note, p_staff, p_at) returning id into v_id;
  return v_id;
exception when exclusion_violation then
  perform core.refuse('tax_rules_overlap', 'from_on');
end $$;
comment on function payout.add_tax_rule is 'Adds a tax rule from a day on.';

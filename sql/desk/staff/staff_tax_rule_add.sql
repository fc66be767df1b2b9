/* Adds a tax rule from today or a later day on. Rates in percent, threshold and cap in whole units of the currency; no code where tax is deposited without one. Refuses `invalid_input` (a day that has passed, a figure that is none),
   `tax_rules_overlap`. */
create or replace function desk.staff_tax_rule_add(p_token text, p_regime text, p_scope text, p_rate text, p_no_pan_rate text, p_threshold integer, p_cap integer, p_from_on date, p_until_on date, p_certificate_form text, p_payment_code text, p_note text, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'tax.write');
  v_known jsonb;
  v_at timestamptz := core.business_now();
  v_rule uuid;
  v_form text := core.clean_text(p_certificate_form, 'certificate_form', 80);
  v_code text := core.clean_text(p_payment_code, 'payment_code', 80);
  v_note text := core.clean_text(p_note, 'note', 200);
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'tax_rule', p_key, jsonb_build_array(p_regime, p_scope, p_rate, p_no_pan_rate, p_threshold, p_cap, p_from_on, p_until_on, p_certificate_form, p_payment_code, p_note));
  if v_known is not null then return v_known; end if;
  if p_rate is null or p_rate !~ '^\d{1,3}(\.\d{1,6})?$' then perform core.refuse('invalid_input', 'rate'); end if;
  if p_no_pan_rate !~ '^\d{1,3}(\.\d{1,6})?$' then perform core.refuse('invalid_input', 'no_pan_rate'); end if;
  if v_form is null then perform core.refuse('invalid_input', 'certificate_form'); end if;
  if v_note is null then perform core.refuse('invalid_input', 'note'); end if;
  v_rule := payout.add_tax_rule(p_regime, p_scope, p_rate::numeric, p_no_pan_rate::numeric, p_threshold, p_cap, p_from_on, p_until_on, v_form, v_code, v_note, core.business_date(v_at, core.setting('timezone')), v_caller.actor_id, v_at);
  perform audit.write(v_at, v_caller, 'tax_rule', 'tax_rule', v_rule::text);
  return ledger.keep_outcome(v_caller.actor_id, 'tax_rule', p_key, jsonb_build_object('rule', v_rule));
end $$;
comment on function desk.staff_tax_rule_add is 'Adds a tax rule.';

/* Says the last day of a tax rule, today or later. Refuses as payout.end_tax_rule. */
create or replace function desk.staff_tax_rule_end(p_token text, p_rule uuid, p_until_on date, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'tax.write');
  v_known jsonb;
  v_at timestamptz := core.business_now();
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'tax_rule_end', p_key, jsonb_build_array(p_rule, p_until_on));
  if v_known is not null then return v_known; end if;
  perform payout.end_tax_rule(p_rule, p_until_on, core.business_date(v_at, core.setting('timezone')));
  perform audit.write(v_at, v_caller, 'tax_rule_end', 'tax_rule', p_rule::text);
  return ledger.keep_outcome(v_caller.actor_id, 'tax_rule_end', p_key, jsonb_build_object('rule', p_rule));
end $$;
comment on function desk.staff_tax_rule_end is 'Says the last day of a tax rule.';

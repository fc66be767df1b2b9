-- owner: reader
/* The tax rules, and which regime and scope hold here. */
create or replace function desk.staff_tax_rules(p_token text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v_caller identity.caller := identity.enter_staff(p_token, 'payouts.read');
begin
  return jsonb_build_object('regime', core.setting('tax_regime'), 'scope', core.setting('tax_cap_scope'), 'today', core.business_date(core.business_now(), core.setting('timezone')),
    'rules', coalesce((select jsonb_agg(desk.json_tax_rule(r) order by r.regime, r.scope, r.from_on desc) from payout.tax_rules r), '[]'), 'may_write', identity.may(v_caller.role, 'tax.write'));
end $$;
comment on function desk.staff_tax_rules is 'The tax rules.';

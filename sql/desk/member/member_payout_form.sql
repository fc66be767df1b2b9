-- owner: reader
/* What the payout form needs: earnings in each currency with the instalments that are due in it, bank accounts, and the tax that is taken today. */
create or replace function desk.member_payout_form(p_token text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member');
  v_me bigint := v_caller.actor_id;
  v_at timestamptz := core.business_now();
  v_on date := core.business_date(v_at, core.setting('timezone'));
  v_regime text := core.setting('tax_regime');
  v_rule payout.tax_rules;
begin
  if v_regime = 'SEED' then v_rule := payout.rule_on(v_regime, core.setting('tax_cap_scope'), v_on); end if;
  return jsonb_build_object(
    'wallets', coalesce((select jsonb_agg(jsonb_build_object('currency', b.currency, 'available', core.format_amount(b.available, b.currency), 'held', core.format_amount(b.held, b.currency),
        'due', core.format_amount(coalesce((select sum(d.amount) from payout.due_parts(v_me, b.currency, 9000000000000000, desk.network_date(v_at)) d), 0), b.currency),
        'tax', desk.json_tax_why(v_rule.id, 0, b.currency)) order by b.available = 0, b.currency)
      from ledger.balances b where b.member_id = v_me and b.kind = 'EARNINGS'), '[]'),
    'destinations', coalesce((select jsonb_agg(desk.json_destination(d, v_at) order by d.created_at desc) from funding.destinations d where d.member_id = v_me and d.type = 'BANK' and d.removed_at is null), '[]'),
    'regime', v_regime, 'paused', audit.payouts_paused(), 'withdrawals_from', (select m.withdrawals_from from identity.members m where m.id = v_me and m.withdrawals_from > v_at));
end $$;
comment on function desk.member_payout_form is 'What the payout form needs.';

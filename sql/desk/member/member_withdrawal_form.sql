-- owner: reader
/* What the withdrawal form needs. */
create or replace function desk.member_withdrawal_form(p_token text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member');
  v_currency text := core.setting('currency');
  v_at timestamptz := core.business_now();
begin
  return jsonb_build_object(
    'wallets', (select coalesce(jsonb_agg(w), '[]') from jsonb_array_elements(desk.json_wallets(v_caller.actor_id)) w where w ->> 'kind' in ('DEPOSIT', 'INTEREST')),
    'destinations', coalesce((select jsonb_agg(desk.json_destination(d, v_at) order by d.created_at desc) from funding.destinations d where d.member_id = v_caller.actor_id and d.removed_at is null), '[]'),
    'limits', jsonb_build_object('minimum', core.format_amount(coalesce(core.setting_amount('withdrawal_minimum', v_currency), 0), v_currency), 'per_request', core.format_amount(core.setting_amount('withdrawal_most', v_currency), v_currency),
      'per_day', core.format_amount(core.setting_amount('withdrawal_most_per_day', v_currency), v_currency), 'first', core.format_amount(core.setting_amount('withdrawal_most_first', v_currency), v_currency),
      'used_today', core.format_amount(funding.withdrawn_today(v_caller.actor_id, v_currency, v_at), v_currency), 'currency', v_currency),
    'fee', core.format_amount(coalesce(core.setting_amount('withdrawal_fee', v_currency), 0), v_currency), 'currency', v_currency, 'paused', audit.payouts_paused(),
    'withdrawals_from', (select m.withdrawals_from from identity.members m where m.id = v_caller.actor_id and m.withdrawals_from > v_at));
end $$;
comment on function desk.member_withdrawal_form is 'What the withdrawal form needs.';

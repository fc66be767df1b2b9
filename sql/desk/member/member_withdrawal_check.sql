/* Everything about a withdrawal but the code: what it costs, where it goes, what the code is bound to. Refuses as the request would. */
create or replace function desk.member_withdrawal_check(p_token text, p_wallet text, p_currency text, p_amount text, p_destination uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member', 1::smallint, true);
  v_amount bigint := core.parse_amount(p_amount, p_currency);
  v_at timestamptz := core.business_now();
  v_fee bigint;
begin
  perform desk.require_kyc(v_caller.actor_id);
  v_fee := funding.withdrawal_terms(v_caller.actor_id, p_wallet, p_currency, v_amount, p_destination, v_at);
  return jsonb_build_object('wallet', p_wallet, 'currency', p_currency, 'amount', core.format_amount(v_amount, p_currency), 'fee', core.format_amount(v_fee, p_currency), 'total', core.format_amount(v_amount + v_fee, p_currency),
    'destination', (select desk.json_destination(d, v_at) from funding.destinations d where d.id = p_destination and d.member_id = v_caller.actor_id),
    'available_after', (select core.format_amount(b.available - v_amount - v_fee, p_currency) from ledger.balances b where b.member_id = v_caller.actor_id and b.kind = p_wallet and b.currency = p_currency),
    'people_needed', approval.people_needed(v_amount, p_currency), 'context', desk.withdrawal_context(p_wallet, p_currency, v_amount, p_destination));
end $$;
comment on function desk.member_withdrawal_check is 'Everything about a withdrawal but the code: what it costs, where it goes, what the code is bound to.';

-- owner: reader
/* What moving an amount from INTEREST to DEPOSIT would leave available in both. Refuses `invalid_amount` and `insufficient_available` as the move would. */
create or replace function desk.member_transfer_check(p_token text, p_currency text, p_amount text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member', 1::smallint, true);
  v_amount bigint := core.parse_amount(p_amount, p_currency);
  v_interest bigint := coalesce((select b.available from ledger.balances b where b.member_id = v_caller.actor_id and b.kind = 'INTEREST' and b.currency = p_currency), 0);
  v_deposit bigint := coalesce((select b.available from ledger.balances b where b.member_id = v_caller.actor_id and b.kind = 'DEPOSIT' and b.currency = p_currency), 0);
begin
  if v_interest < v_amount then
    perform core.refuse('insufficient_available', 'amount', jsonb_build_object('available', core.format_amount(v_interest, p_currency), 'currency', p_currency));
  end if;
  return jsonb_build_object('currency', p_currency, 'amount', core.format_amount(v_amount, p_currency),
    'interest_after', core.format_amount(v_interest - v_amount, p_currency), 'deposit_after', core.format_amount(v_deposit + v_amount, p_currency));
end $$;
comment on function desk.member_transfer_check is 'What a move from INTEREST to DEPOSIT would leave.';

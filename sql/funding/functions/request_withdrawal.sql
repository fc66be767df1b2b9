/* Holds amount and fee in the wallet and writes the withdrawal. Refuses as funding.withdrawal_terms. Answers the row. */
create or replace function funding.request_withdrawal(p_member bigint, p_wallet text, p_currency text, p_amount bigint, p_destination uuid, p_at timestamptz) returns funding.withdrawals
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_row funding.withdrawals;
  v_fee bigint;
  v_id uuid := uuidv7();
  v_account bigint;
begin
  perform from identity.members where id = p_member for no key update;
  v_fee := funding.withdrawal_terms(p_member, p_wallet, p_currency, p_amount, p_destination, p_at);
  v_account := ledger.wallet(p_member, p_wallet, p_currency);
  insert into funding.withdrawals (id, reference, member_id, account_id, currency, amount, fee, destination_id, hold_id, requested_at)
  values (v_id, 'W-' || core.random_code(8), p_member, v_account, p_currency, p_amount, v_fee, p_destination,
          ledger.place_hold(v_account, p_amount + v_fee, 'withdrawal', v_id, p_at), p_at)
  returning * into v_row;
  return v_row;
end $$;
comment on function funding.request_withdrawal is 'Holds the money and writes the withdrawal.';

/* An approved withdrawal has left through a method: payout_clearing -> bank:client. `method_short` without enough cash there,
   `reference_taken` for a transfer recorded before, `currency_mismatch` for a method of another currency, `payouts_paused` while a
   fault in the books is not cleared. Answers the journal. */
create or replace function funding.send_withdrawal(p_withdrawal uuid, p_method uuid, p_transaction_reference text, p_value_on date, p_actor bigint, p_at timestamptz) returns bigint
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_row funding.withdrawals;
  v_method funding.methods;
  v_transaction text := core.clean_text(p_transaction_reference, 'transaction_reference', 120);
begin
  perform audit.require_calm();
  if v_transaction is null then perform core.refuse('invalid_input', 'transaction_reference'); end if;
  select * into v_row from funding.withdrawals where id = p_withdrawal for update;
  if not found then perform core.refuse('not_found'); end if;
  if v_row.state <> 'approved' then perform core.refuse('already_decided', null, jsonb_build_object('state', v_row.state)); end if;
  select * into v_method from funding.methods where id = p_method;
  if not found then perform core.refuse('not_found', 'method'); end if;
  if v_method.currency <> v_row.currency then perform core.refuse('currency_mismatch', 'method'); end if;
  if exists (select from funding.withdrawals where method_id = p_method and lower(transaction_reference) = lower(v_transaction)) then
    perform core.refuse('reference_taken', 'transaction_reference');
  end if;
  update funding.withdrawals set state = 'sent', method_id = p_method, transaction_reference = v_transaction, sent_at = p_at where id = p_withdrawal;
  return ledger.post('withdrawal_settlement', p_value_on, p_actor, p_withdrawal,
    array[(ledger.operator_account('payout_clearing', v_row.currency), v_row.amount, null)::ledger.line, (v_method.account_id, -v_row.amount, null)::ledger.line]);
end $$;
comment on function funding.send_withdrawal is 'An approved withdrawal has left.';

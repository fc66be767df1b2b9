/* Captures the hold and debits the wallet that was held: wallet -> payout_clearing + income:fees. `payouts_paused` while a fault in the
   books is not cleared, `outflow_stopped` above the day's limit of all members, `claim_stands` for what the member asked for before being reported dead. Answers the journal. */
create or replace function funding.approve_withdrawal(p_withdrawal uuid, p_value_on date, p_actor bigint, p_at timestamptz) returns bigint
language plpgsql volatile security definer set search_path = '' as $$
declare v_row funding.withdrawals; v_journal bigint; v_lines ledger.line[];
begin
  perform audit.require_calm();
  select * into v_row from funding.withdrawals where id = p_withdrawal for update;
  if v_row.state <> 'pending' then
    perform core.refuse('already_decided', null, jsonb_build_object('state', v_row.state));
  end if;
  -- What was asked before somebody was reported dead belongs to the nominees, and is paid to them.
  if v_row.request_id is null and exists (select from identity.members where id = v_row.member_id and status = 'claimed') then
    perform core.refuse('claim_stands');
  end if;
  perform funding.check_outflow(v_row.currency, v_row.amount, p_at);
  v_lines := array[(v_row.account_id, v_row.amount + v_row.fee, null)::ledger.line,
                   (ledger.operator_account('payout_clearing', v_row.currency), -v_row.amount, null)::ledger.line];
  if v_row.fee > 0 then
    v_lines := v_lines || (ledger.operator_account('income:fees', v_row.currency), -v_row.fee, null)::ledger.line;
  end if;
  if not ledger.end_hold(v_row.hold_id, 'captured', p_at) then
    perform core.refuse('already_decided');
  end if;
  v_journal := ledger.post('withdrawal', p_value_on, p_actor, p_withdrawal, v_lines);
  update funding.withdrawals set state = 'approved', journal_id = v_journal, decided_at = p_at where id = p_withdrawal;
  return v_journal;
end $$;
comment on function funding.approve_withdrawal is 'Debits the wallet that was held.';

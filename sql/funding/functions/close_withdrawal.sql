/* A sent withdrawal arrived (confirmed), or came back (returned): bank:client -> the wallet it came from, the sent amount. */
create or replace function funding.close_withdrawal(p_withdrawal uuid, p_state text, p_reason text, p_value_on date, p_actor bigint, p_at timestamptz) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare v_row funding.withdrawals;
begin
  select * into v_row from funding.withdrawals where id = p_withdrawal for update;
  if not found then perform core.refuse('not_found'); end if;
  if v_row.state <> 'sent' then perform core.refuse('already_decided', null, jsonb_build_object('state', v_row.state)); end if;
  update funding.withdrawals set state = p_state, reason = p_reason, closed_at = p_at where id = p_withdrawal;
  if p_state = 'returned' then
    perform ledger.post('withdrawal_return', p_value_on, p_actor, p_withdrawal,
      array[((select account_id from funding.methods where id = v_row.method_id), v_row.amount, null)::ledger.line, (v_row.account_id, -v_row.amount, null)::ledger.line]);
  end if;
end $$;
comment on function funding.close_withdrawal is 'A sent withdrawal arrived or came back.';

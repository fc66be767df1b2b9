/* Credits a pending deposit with the amount really received (minor units of its currency): bank:client -> DEPOSIT. Answers the journal. */
create or replace function funding.credit_deposit(p_deposit uuid, p_received bigint, p_value_on date, p_actor bigint, p_at timestamptz) returns bigint
language plpgsql volatile security definer set search_path = '' as $$
declare v_row funding.deposits; v_journal bigint; v_bank bigint;
begin
  select * into v_row from funding.deposits where id = p_deposit for update;
  if v_row.state <> 'pending' then
    perform core.refuse('already_decided', null, jsonb_build_object('state', v_row.state));
  end if;
  select account_id into v_bank from funding.methods where id = v_row.method_id;
  v_journal := ledger.post('deposit', p_value_on, p_actor, p_deposit,
    array[(v_bank, p_received, null)::ledger.line, (ledger.wallet(v_row.member_id, 'DEPOSIT', v_row.currency), -p_received, null)::ledger.line]);
  update funding.deposits set state = 'approved', received = p_received, journal_id = v_journal, decided_at = p_at where id = p_deposit;
  return v_journal;
end $$;
comment on function funding.credit_deposit is 'Credits a deposit.';

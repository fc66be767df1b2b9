/* A sent payout arrived (paid), or came back (returned): bank:client -> EARNINGS, the bank part only; tax and instalments stay. */
create or replace function payout.close_payout(p_payout uuid, p_state text, p_reason text, p_value_on date, p_actor bigint, p_at timestamptz) returns payout.payouts
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_row payout.payouts;
  v_journal bigint;
begin
  select * into v_row from payout.payouts where id = p_payout for update;
  if not found then perform core.refuse('not_found'); end if;
  if v_row.state <> 'sent' then perform core.refuse('already_decided', null, jsonb_build_object('state', v_row.state)); end if;
  if p_state = 'returned' then
    v_journal := ledger.post('payout_return', p_value_on, p_actor, p_payout,
      array[((select m.account_id from funding.methods m join payout.bank_files f on f.method_id = m.id where f.id = v_row.file_id), v_row.bank, null), (v_row.account_id, -v_row.bank, null)]::ledger.line[]);
  end if;
  update payout.payouts set state = p_state, reason = p_reason, return_id = v_journal, closed_at = p_at where id = p_payout returning * into v_row;
  return v_row;
end $$;
comment on function payout.close_payout is 'A sent payout arrived or came back.';

/* The steps a deposit, withdrawal, payout or claim goes through, with times; a null time is still to come. */
create or replace function desk.json_tracker(p_kind text, p_subject uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  v_request approval.requests;
  v_given integer;
  v_steps jsonb;
  v_deposit funding.deposits;
  v_withdrawal funding.withdrawals;
  v_payout payout.payouts;
begin
  select * into v_request from approval.requests r where r.subject_id = p_subject and r.kind = p_kind order by r.created_at desc limit 1;
  v_given := approval.approvals_given(v_request.id);
  v_steps := jsonb_build_array(
    jsonb_build_object('step', 'requested', 'at', v_request.created_at),
    jsonb_build_object('step', 'waiting', 'at', case when v_request.state <> 'pending' then v_request.decided_at end, 'people', v_request.needed, 'given', v_given));
  if v_request.state in ('rejected', 'cancelled', 'expired') then
    return v_steps || jsonb_build_object('step', v_request.state, 'at', v_request.decided_at, 'note', v_request.note);
  end if;
  if p_kind = 'deposit' then
    select * into v_deposit from funding.deposits where id = p_subject;
    return v_steps || jsonb_build_object('step', 'credited', 'at', case when v_deposit.state = 'approved' then v_deposit.decided_at end);
  end if;
  if p_kind = 'milestone' then
    return v_steps || jsonb_build_object('step', 'approved', 'at', case when v_request.state = 'approved' then v_request.decided_at end)
      || jsonb_build_object('step', 'credited', 'at', (select j.posted_at from referral.milestone_claims c join treasury.items i on i.id = c.item_id join ledger.journals j on j.id = i.journal_id where c.id = p_subject));
  end if;
  if p_kind = 'payout' then
    select * into v_payout from payout.payouts where id = p_subject;
    v_steps := v_steps || jsonb_build_object('step', 'approved', 'at', case when v_payout.state <> 'pending' then v_payout.decided_at end);
    -- With nothing for the bank there is no file.
    if v_payout.bank > 0 and (v_payout.state <> 'reversed' or v_payout.sent_at is not null) then
      v_steps := v_steps || jsonb_build_object('step', 'sent', 'at', v_payout.sent_at, 'note', (select f.reference from payout.bank_files f where f.id = v_payout.file_id));
    end if;
    if v_payout.return_id is not null then v_steps := v_steps || jsonb_build_object('step', 'returned', 'at', v_payout.closed_at, 'note', v_payout.reason); end if;
    return v_steps || case v_payout.state when 'reversed' then jsonb_build_object('step', 'reversed', 'at', v_payout.reversed_at, 'note', v_payout.reason)
      when 'returned' then '[]' else jsonb_build_object('step', 'paid', 'at', v_payout.closed_at) end;
  end if;
  select * into v_withdrawal from funding.withdrawals where id = p_subject;
  v_steps := v_steps || jsonb_build_object('step', 'approved', 'at', case when v_withdrawal.state not in ('pending') then v_withdrawal.decided_at end)
    || jsonb_build_object('step', 'sent', 'at', v_withdrawal.sent_at, 'note', v_withdrawal.transaction_reference);
  return v_steps || case when v_withdrawal.state = 'returned' then jsonb_build_object('step', 'returned', 'at', v_withdrawal.closed_at, 'note', v_withdrawal.reason)
    else jsonb_build_object('step', 'confirmed', 'at', v_withdrawal.closed_at) end;
end $$;
comment on function desk.json_tracker is 'Steps of a request with times.';

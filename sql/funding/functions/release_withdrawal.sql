/* Ends a pending withdrawal and gives the hold back: rejected with a reason, or cancelled. */
create or replace function funding.release_withdrawal(p_withdrawal uuid, p_state text, p_reason text, p_at timestamptz) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare v_hold uuid;
begin
  update funding.withdrawals set state = p_state, reason = p_reason, decided_at = p_at, closed_at = p_at
   where id = p_withdrawal and state = 'pending' returning hold_id into v_hold;
  if not found or not ledger.end_hold(v_hold, 'released', p_at) then
    perform core.refuse('already_decided');
  end if;
end $$;
comment on function funding.release_withdrawal is 'Gives a pending withdrawal''s hold back.';

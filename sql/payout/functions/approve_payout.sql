/* Captures the hold and debits EARNINGS: tax to the authority's account, instalments into their bookings, the rest to payout clearing. With nothing for the bank it is
   paid at once. `payouts_paused` while a fault in the books is not cleared, `outflow_stopped` above the day's limit of all members, `claim_stands` for what was asked
   before the member was reported dead, `booking_changed` when a booking it was to pay was cancelled. Answers the row. */
create or replace function payout.approve_payout(p_payout uuid, p_value_on date, p_actor bigint, p_at timestamptz) returns payout.payouts
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_row payout.payouts;
  v_part payout.parts;
  v_lines ledger.line[];
begin
  perform audit.require_calm();
  select * into v_row from payout.payouts where id = p_payout for update;
  if v_row.state <> 'pending' then perform core.refuse('already_decided', null, jsonb_build_object('state', v_row.state)); end if;
  if exists (select from identity.members where id = v_row.member_id and status = 'claimed') then perform core.refuse('claim_stands'); end if;
  v_lines := array[(v_row.account_id, v_row.gross, null)]::ledger.line[];
  if v_row.tax > 0 then v_lines := v_lines || (ledger.operator_account('tax_payable', v_row.currency), -v_row.tax, null)::ledger.line; end if;
  if v_row.emi > 0 then v_lines := v_lines || (ledger.operator_account('customer_advances:held', v_row.currency), -v_row.emi, null)::ledger.line; end if;
  if v_row.bank > 0 then v_lines := v_lines || (ledger.operator_account('payout_clearing', v_row.currency), -v_row.bank, null)::ledger.line; end if;
  -- Bookings before accounts, as everybody who moves their money.
  perform ev.lock_booking(p.booking_id) from payout.parts p where p.payout_id = p_payout;
  perform funding.check_outflow(v_row.currency, v_row.bank + payout.outflow(v_row.currency, p_at), p_at);
  if not ledger.end_hold(v_row.hold_id, 'captured', p_at) then perform core.refuse('already_decided'); end if;
  v_row.journal_id := ledger.post('payout', p_value_on, p_actor, p_payout, v_lines);
  for v_part in select * from payout.parts p where p.payout_id = p_payout order by p.booking_id loop
    perform ev.pay_reserved(v_part.booking_id, v_part.amount, v_row.journal_id, p_payout, p_at);
  end loop;
  update payout.payouts set state = case when bank = 0 then 'paid' else 'approved' end, journal_id = v_row.journal_id, posted_on = p_value_on, decided_at = p_at, closed_at = case when bank = 0 then p_at end
   where id = p_payout returning * into v_row;
  return v_row;
end $$;
comment on function payout.approve_payout is 'Debits EARNINGS for a payout.';

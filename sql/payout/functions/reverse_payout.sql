/* Reverses a payout whole, in the quarter of its tax: what is still here of it (tax, instalments, and the bank part unless it was sent) goes back to EARNINGS. Refuses `already_decided` for one
   whose money has left and not come back, `quarter_over`, `booking_changed` when a booking it paid was cancelled or delivered,
   `tax_deposited` when its tax has been paid over to the authority. Answers the row. */
create or replace function payout.reverse_payout(p_payout uuid, p_reason text, p_value_on date, p_actor bigint, p_at timestamptz) returns payout.payouts
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_row payout.payouts;
  v_part payout.parts;
  v_bank bigint;
  v_lines ledger.line[];
begin
  select * into v_row from payout.payouts where id = p_payout for update;
  if not found then perform core.refuse('not_found'); end if;
  if v_row.state not in ('approved', 'returned') and (v_row.state <> 'paid' or v_row.bank > 0) then perform core.refuse('already_decided', null, jsonb_build_object('state', v_row.state)); end if;
  if date_trunc('quarter', v_row.posted_on) <> date_trunc('quarter', p_value_on) then perform core.refuse('quarter_over'); end if;
  if v_row.tax > 0 then
    -- Who deposits tax counts on what was withheld.
    perform pg_advisory_xact_lock(hashtext('payout.deposits'));
    if v_row.tax > payout.tax_left(date_trunc('quarter', v_row.posted_on)::date, v_row.rule_id, v_row.currency, 'infinity') then perform core.refuse('tax_deposited'); end if;
  end if;
  v_bank := case v_row.state when 'approved' then v_row.bank else 0 end;
  for v_part in select * from payout.parts p where p.payout_id = p_payout order by p.booking_id loop
    perform ev.give_back_payout(v_part.booking_id, p_payout);
  end loop;
  if v_row.tax > 0 then v_lines := v_lines || (ledger.operator_account('tax_payable', v_row.currency), v_row.tax, null)::ledger.line; end if;
  if v_row.emi > 0 then
    v_lines := v_lines || treasury.held_lines(v_row.currency, v_row.emi, array[ledger.operator_account('tax_payable', v_row.currency), ledger.operator_account('payout_clearing', v_row.currency), v_row.account_id]);
  end if;
  if v_bank > 0 then v_lines := v_lines || (ledger.operator_account('payout_clearing', v_row.currency), v_bank, null)::ledger.line; end if;
  -- Of a returned one that paid neither tax nor instalments nothing is left to give back.
  if v_lines is null then perform core.refuse('already_decided', null, jsonb_build_object('state', v_row.state)); end if;
  update payout.payouts set state = 'reversed', reason = p_reason, reversed_at = p_at,
    reversal_id = ledger.post('reversal', p_value_on, p_actor, p_payout, v_lines || (v_row.account_id, -(v_row.tax + v_row.emi + v_bank), null)::ledger.line)
   where id = p_payout returning * into v_row;
  return v_row;
end $$;
comment on function payout.reverse_payout is 'Reverses a payout whole.';

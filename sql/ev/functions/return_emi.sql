/* customer_advances:held -> EMI_RESERVE, with what the operator has taken to its own bank brought back in the same journal. Amount in minor units. Answers the journal. */
create or replace function ev.return_emi(p_member bigint, p_currency text, p_amount bigint, p_booking uuid, p_value_on date, p_actor bigint) returns bigint
language plpgsql volatile set search_path = '' as $$
declare v_reserve bigint := ledger.wallet(p_member, 'EMI_RESERVE', p_currency);
begin
  return ledger.post('booking_refund', p_value_on, p_actor, p_booking, treasury.held_lines(p_currency, p_amount, array[v_reserve]) || (v_reserve, -p_amount, null)::ledger.line);
end $$;
comment on function ev.return_emi is 'EMI money back to EMI_RESERVE.';

/* customer_advances:held -> EMI_RESERVE. Amount in minor units. Refuses `insufficient_funds` when the operator has already taken it to its own
   bank: it is to be paid back into the client account first. Answers the journal. */
create or replace function ev.return_emi(p_member bigint, p_currency text, p_amount bigint, p_booking uuid, p_value_on date, p_actor bigint) returns bigint
language sql volatile set search_path = '' as $$
  select ledger.post('booking_refund', p_value_on, p_actor, p_booking,
    array[(ledger.operator_account('customer_advances:held', p_currency), p_amount, null)::ledger.line, (ledger.wallet(p_member, 'EMI_RESERVE', p_currency), -p_amount, null)::ledger.line])
$$;
comment on function ev.return_emi is 'EMI money back to EMI_RESERVE.';

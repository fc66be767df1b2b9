/* EMI_RESERVE -> EARNINGS, or back where the amount is negative. Minor units; cause: the pair it is of. Refuses `insufficient_available`. */
create or replace function network.move_surplus(p_member bigint, p_currency text, p_amount bigint, p_cause uuid, p_value_on date) returns bigint
language sql volatile set search_path = '' as $$
  select ledger.post('own_transfer', p_value_on, null, p_cause,
    array[(ledger.wallet(p_member, 'EMI_RESERVE', p_currency), p_amount, null)::ledger.line, (ledger.wallet(p_member, 'EARNINGS', p_currency), -p_amount, null)::ledger.line])
$$;
comment on function network.move_surplus is 'EMI money no booking needs goes to EARNINGS, or comes back.';

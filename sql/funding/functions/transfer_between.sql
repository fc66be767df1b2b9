/* Cash of one method moves to another of the same currency: bank:client:a -> bank:client:b. `method_short` without enough. */
create or replace function funding.transfer_between(p_from uuid, p_to uuid, p_amount bigint, p_value_on date, p_actor bigint, p_cause uuid) returns bigint
language plpgsql volatile security definer set search_path = '' as $$
declare v_from funding.methods; v_to funding.methods;
begin
  select * into v_from from funding.methods where id = p_from;
  select * into v_to from funding.methods where id = p_to;
  if v_from.id is null or v_to.id is null or v_from.id = v_to.id then perform core.refuse('invalid_input', 'to'); end if;
  if v_from.currency <> v_to.currency then perform core.refuse('currency_mismatch', 'to'); end if;
  return ledger.post('bank_transfer', p_value_on, p_actor, p_cause,
    array[(v_to.account_id, p_amount, null)::ledger.line, (v_from.account_id, -p_amount, null)::ledger.line]);
end $$;
comment on function funding.transfer_between is 'Cash moves between methods.';

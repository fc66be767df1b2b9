/* Own money of the operator leaves the client account, in one journal: customer_advances:held -> customer_advances:external with bank:operator -> bank:client, and bank:operator ->
   bank:client for what lies above everything that is owed. Amounts in minor units. Refuses `exceeds_sweepable` (field held or own), `method_short` without the cash, and
   `payouts_paused` while a fault in the books is not cleared. Answers the journal. */
create or replace function treasury.sweep(p_request uuid, p_currency text, p_held bigint, p_own bigint, p_bank_account bigint, p_value_on date, p_actor bigint, p_at timestamptz) returns bigint
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_held bigint := ledger.operator_account('customer_advances:held', p_currency);
  v_lines ledger.line[];
  v_journal bigint;
begin
  perform audit.require_calm();
  -- Two sweeps, or a sweep and a loss of deployed capital, must not both count on the same surplus.
  perform ledger.lock_accounts(array[v_held, ledger.operator_account('deployed_capital', p_currency), p_bank_account]);
  perform treasury.check_sweep(p_currency, p_held, p_own);
  v_lines := array[(ledger.operator_account('bank:operator', p_currency), p_held + p_own, null)::ledger.line, (p_bank_account, -p_held - p_own, null)::ledger.line];
  if p_held > 0 then
    v_lines := v_lines || array[(v_held, p_held, null)::ledger.line, (ledger.operator_account('customer_advances:external', p_currency), -p_held, null)::ledger.line];
  end if;
  v_journal := ledger.post('sweep', p_value_on, p_actor, p_request, v_lines);
  insert into treasury.sweeps (request_id, currency, held, own, bank_account_id, journal_id, swept_at) values (p_request, p_currency, p_held, p_own, p_bank_account, v_journal, p_at);
  return v_journal;
end $$;
comment on function treasury.sweep is 'Own money of the operator leaves the client account.';

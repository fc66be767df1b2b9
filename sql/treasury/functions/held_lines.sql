/* Lines that take vehicle money out of customer_advances:held, minor units. What the operator has swept to its own bank comes back in the same journal:
   customer_advances:external -> customer_advances:held with bank:client -> bank:operator, into the account it left last; the cash is the operator's to move. Locks both accounts of
   vehicle money, and with them p_accounts: what else the caller's journal decreases. */
create or replace function treasury.held_lines(p_currency text, p_amount bigint, p_accounts bigint[]) returns ledger.line[]
language plpgsql volatile set search_path = '' as $$
declare
  v_held bigint := ledger.operator_account('customer_advances:held', p_currency);
  v_external bigint := ledger.operator_account('customer_advances:external', p_currency);
  v_bank bigint := (select s.bank_account_id from treasury.sweeps s where s.currency = p_currency order by s.swept_at desc, s.id desc limit 1);
  v_here bigint;
  v_lines ledger.line[];
begin
  perform ledger.lock_accounts(p_accounts || array[v_held, v_external]);
  select least(p_amount, b.balance) into v_here from ledger.balances b where b.account_id = v_held;
  -- Without a sweep there is nothing to bring back, and the ledger refuses what is not there.
  if v_bank is null then v_here := p_amount; end if;
  if v_here > 0 then v_lines := array[(v_held, v_here, null)::ledger.line]; end if;
  if v_here < p_amount then
    v_lines := v_lines || array[(v_external, p_amount - v_here, null)::ledger.line, (v_bank, p_amount - v_here, null)::ledger.line, (ledger.operator_account('bank:operator', p_currency), v_here - p_amount, null)::ledger.line];
  end if;
  return v_lines;
end $$;
comment on function treasury.held_lines is 'Lines that take vehicle money out of customer_advances:held.';

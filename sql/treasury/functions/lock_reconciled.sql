/* Locks a client account for reconciling and answers its row, made on first use: statements, matches and sheets of one account are
   written one after the other, so that a sheet is signed for what was read. */
create or replace function treasury.lock_reconciled(p_account bigint) returns treasury.reconciled_accounts
language plpgsql volatile security definer set search_path = '' as $$
declare v_row treasury.reconciled_accounts;
begin
  insert into treasury.reconciled_accounts (account_id) values (p_account) on conflict (account_id) do nothing;
  select * into v_row from treasury.reconciled_accounts where account_id = p_account for update;
  return v_row;
end $$;
comment on function treasury.lock_reconciled is 'Locks a client account for reconciling.';

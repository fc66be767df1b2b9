/* Folds what has been appended to an account into its balance row. Exact: the rows deleted are the rows added. */
create or replace function ledger.fold_account(p_account bigint) returns bigint
language plpgsql volatile set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare v_sum bigint; v_rows bigint;
begin
  perform from ledger.account_balances where account_id = p_account for no key update;
  with gone as (delete from ledger.unfolded where account_id = p_account returning amount)
  select coalesce(sum(amount), 0)::bigint, count(*) into v_sum, v_rows from gone;
  if v_rows > 0 then
    update ledger.account_balances set balance = balance + v_sum where account_id = p_account;
  end if;
  return v_rows;
end $$;
comment on function ledger.fold_account is 'Folds appended movements into the balance row; answers how many.';

/* Locks accounts in ascending id. Read what they hold in a later statement: a snapshot taken before the wait is stale. */
create or replace function ledger.lock_accounts(p_accounts bigint[]) returns void
language plpgsql volatile set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
begin
  perform from ledger.account_balances where account_id = any (p_accounts) order by account_id for no key update;
end $$;
comment on function ledger.lock_accounts is 'Locks accounts in ascending order.';

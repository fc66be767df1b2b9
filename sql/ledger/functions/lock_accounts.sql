/* Locks accounts in ascending id. Read what they hold in a later statement: a snapshot taken before the wait is stale. */
create or replace function ledger.lock_accounts(p_accounts bigint[]) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  perform from ledger.accounts where id = any (p_accounts) order by id for no key update;
end $$;
comment on function ledger.lock_accounts is 'Locks accounts in ascending order.';

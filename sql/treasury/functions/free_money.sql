/* What a treasury could still promise: balance less holds less everything that already waits for it. Call it under the queue's lock. */
create or replace function treasury.free_money(p_queue bigint) returns bigint
language sql stable security definer set search_path = '' as $$
  select a.balance - a.held - coalesce((select sum(i.amount) from treasury.items i where i.queue_id = p_queue and i.state = 'awaiting'), 0)::bigint
    from ledger.account_balances a where a.account_id = p_queue
$$;
comment on function treasury.free_money is 'Balance less holds less what waits.';

/* Law: money is set aside for contracts and accrual runs on treasuries, and on nothing else. Of holds placed since p_hold, or of all. */
create or replace function treasury.earmark_faults(p_hold uuid default null) returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'an earmark stands on a treasury', 'hold ' || h.id, 'a treasury', 'account ' || h.account_id
    from ledger.holds h
   where (p_hold is null or h.id >= p_hold) and h.reason in ('earmark', 'accrual_run') and not exists (select from treasury.queues q where q.account_id = h.account_id)
$$;
comment on function treasury.earmark_faults is 'Earmarks that do not stand on a treasury.';

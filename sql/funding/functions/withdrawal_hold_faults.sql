/* Law: a withdrawal's hold, amount and fee in the wallet it names, is open while it waits, captured once it is approved, released when it
   was refused or taken back. Of withdrawals changed since p_since, or of all. */
create or replace function funding.withdrawal_hold_faults(p_since timestamptz default null) returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'a withdrawal''s hold follows its state', 'withdrawal ' || w.reference, concat_ws(' ', s.state, w.amount + w.fee, 'in account', w.account_id), coalesce(concat_ws(' ', h.state, h.amount, 'in account', h.account_id), 'none')
    from funding.withdrawals w
    cross join lateral (select case w.state when 'pending' then 'open' when 'rejected' then 'released' when 'cancelled' then 'released' else 'captured' end as state) s
    left join ledger.holds h on h.id = w.hold_id
   where (p_since is null or greatest(w.requested_at, w.decided_at, w.sent_at, w.closed_at) >= p_since)
     and (h.state, h.amount, h.account_id, h.reason) is distinct from (s.state, w.amount + w.fee, w.account_id, 'withdrawal')
$$;
comment on function funding.withdrawal_hold_faults is 'Withdrawals whose hold does not follow their state.';

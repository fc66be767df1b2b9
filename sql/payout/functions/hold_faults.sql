/* Law: a payout's hold, its gross in the account it names, is open while it waits, captured once it is approved, released when it was refused or taken back. Of payouts
   changed since p_since, or of all. */
create or replace function payout.hold_faults(p_since timestamptz default null) returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'a payout''s hold follows its state', 'payout ' || p.reference, concat_ws(' ', s.state, p.gross, 'in account', p.account_id), coalesce(concat_ws(' ', h.state, h.amount, 'in account', h.account_id), 'none')
    from payout.payouts p
    cross join lateral (select case p.state when 'pending' then 'open' when 'rejected' then 'released' when 'cancelled' then 'released' else 'captured' end as state) s
    left join ledger.holds h on h.id = p.hold_id
   where (p_since is null or greatest(p.requested_at, p.decided_at, p.sent_at, p.closed_at, p.reversed_at) >= p_since)
     and (h.state, h.amount, h.account_id, h.reason) is distinct from (s.state, p.gross, p.account_id, 'payout')
$$;
comment on function payout.hold_faults is 'Payouts whose hold does not follow their state.';

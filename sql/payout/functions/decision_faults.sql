/* Law: payouts stand as their request was decided. Of those changed since p_since, or of all. */
create or replace function payout.decision_faults(p_since timestamptz default null) returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'a payout follows its decision', 'payout ' || p.reference, coalesce('request ' || r.state, 'a request'), p.state
    from payout.payouts p
    left join lateral (select case q.state when 'expired' then 'rejected' else q.state end as state from approval.requests q where q.subject_id = p.id and q.kind = 'payout' order by q.created_at desc limit 1) r on true
   where (p_since is null or greatest(p.requested_at, p.decided_at, p.sent_at, p.closed_at, p.reversed_at) >= p_since)
     and r.state is distinct from case when p.state in ('sent', 'paid', 'returned', 'reversed') then 'approved' else p.state end
$$;
comment on function payout.decision_faults is 'Payouts that stand otherwise than decided.';

/* Law: deposits and withdrawals stand as their request was decided; nothing is credited or paid that people did not approve. Of those
   decided since p_since, or of all. */
create or replace function funding.decision_faults(p_since timestamptz default null) returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'money in and out follows its decision', x.kind || ' ' || x.reference, coalesce('request ' || r.state, 'a request'), x.state
    from (select 'deposit' as kind, d.id, d.reference, d.state, d.state as decided, null::uuid as together from funding.deposits d where p_since is null or d.decided_at >= p_since
          union all
          select 'withdrawal', w.id, w.reference, w.state, case when w.state in ('sent', 'confirmed', 'returned') then 'approved' else w.state end, w.request_id
            from funding.withdrawals w where p_since is null or greatest(w.requested_at, w.decided_at, w.sent_at, w.closed_at) >= p_since) x
    left join lateral (select case q.state when 'expired' then 'rejected' else q.state end as state from approval.requests q where q.id = x.together or (x.together is null and q.subject_id = x.id and q.kind = x.kind) order by q.created_at desc limit 1) r on true
   where r.state is distinct from x.decided
$$;
comment on function funding.decision_faults is 'Deposits and withdrawals that stand otherwise than decided.';

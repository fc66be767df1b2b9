/* Law: an approved request has the approvals it needs, each by another person. Of requests decided since p_since, or of all. */
create or replace function approval.count_faults(p_since timestamptz default null) returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'enough people agreed', 'request ' || r.reference, r.needed || ' approvals', d.count || ' approvals'
    from approval.requests r
    cross join lateral (select count(distinct x.staff_id) as count from approval.decisions x where x.request_id = r.id and x.decision = 'approve') d
   where (p_since is null or r.decided_at >= p_since) and r.state = 'approved' and d.count < r.needed
$$;
comment on function approval.count_faults is 'Approved requests with too few approvals.';

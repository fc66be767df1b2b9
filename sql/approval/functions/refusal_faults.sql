/* Law: a rejected request has somebody who rejected it, and an approved one has nobody. Of requests decided since p_since, or of all. */
create or replace function approval.refusal_faults(p_since timestamptz default null) returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'one refusal ends a request', 'request ' || r.reference, case r.state when 'rejected' then 'a rejection' else 'no rejection' end, d.count || ' rejections'
    from approval.requests r
    cross join lateral (select count(*) as count from approval.decisions x where x.request_id = r.id and x.decision = 'reject') d
   where (p_since is null or r.decided_at >= p_since) and r.state in ('rejected', 'approved') and (r.state = 'rejected') <> (d.count > 0)
$$;
comment on function approval.refusal_faults is 'Rejected by nobody, or approved in spite of a rejection.';

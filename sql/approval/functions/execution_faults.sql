/* Law: what is approved was executed, and nothing else was. Of requests decided since p_since, or of all. */
create or replace function approval.execution_faults(p_since timestamptz default null) returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'what is approved is executed, and nothing else', 'request ' || r.reference, case r.state when 'approved' then 'executed' else 'not executed' end, r.state || case when r.executed_at is null then ', not executed' else ', executed' end
    from approval.requests r where (p_since is null or r.decided_at >= p_since) and (r.state = 'approved') <> (r.executed_at is not null)
$$;
comment on function approval.execution_faults is 'Approved and not executed, or the other way round.';

/* The request that decides about a recovery: its subject is the member, its payload names the recovery. */
create or replace function desk.recovery_request(p_recovery identity.recoveries) returns approval.requests
language sql stable set search_path = '' as $$
  select q from approval.requests q join identity.members m on m.public_id = q.subject_id
   where q.kind = 'recovery' and m.id = (p_recovery).member_id and q.payload ->> 'recovery' = (p_recovery).id::text
$$;
comment on function desk.recovery_request is 'The request that decides about a recovery.';

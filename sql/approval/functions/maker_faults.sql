/* Law: nobody decided what they asked for, what pays them or what they are to become, also not as the member they are linked to. Of requests decided since
   p_since, or of all. */
create or replace function approval.maker_faults(p_since timestamptz default null) returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'nobody decides their own request', 'request ' || r.reference, 'another person', 'staff ' || d.staff_id
    from approval.requests r join approval.decisions d on d.request_id = r.id join identity.staff s on s.id = d.staff_id
   where (p_since is null or r.decided_at >= p_since) and (d.staff_id = r.maker_id or s.member_id = r.maker_id or s.member_id = r.beneficiary_id
     or (r.kind = 'staff_role' and r.subject_id = s.public_id))
$$;
comment on function approval.maker_faults is 'Decisions of the maker or the beneficiary.';

/* How many approvals of a request count. While it is pending: those of people who may still decide. Whoever has left or lost the role
   since has not approved any more, and somebody else must. */
create or replace function approval.approvals_given(p_request uuid) returns integer
language sql stable security definer set search_path = '' as $$
  select count(*)::integer from approval.decisions d join approval.requests r on r.id = d.request_id join identity.staff s on s.id = d.staff_id
   where d.request_id = p_request and d.decision = 'approve' and (r.state <> 'pending' or (s.active and identity.may(s.role, 'requests.decide')))
$$;
comment on function approval.approvals_given is 'How many approvals of a request count.';

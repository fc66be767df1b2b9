/* An open request whose effect takes long is approved when it is carried out, not when its last person agrees: nothing is ever approved and not executed. Locks it. Answers it approved, to be executed in the same
   transaction; null when it is no longer open, or when an approver has lost the role since and somebody else must agree first (then it stays open). */
create or replace function approval.begin_execution(p_request uuid, p_at timestamptz) returns approval.requests
language plpgsql volatile security definer set search_path = '' as $$
declare v_request approval.requests;
begin
  perform from approval.requests r where r.id = p_request for update;
  -- As in approval.decide: counted is who may approve now.
  perform from identity.staff s where s.id in (select d.staff_id from approval.decisions d where d.request_id = p_request) order by s.id for share;
  update approval.requests r set state = 'approved', decided_at = p_at where r.id = p_request and r.state = 'pending' and approval.approvals_given(r.id) >= r.needed returning * into v_request;
  return v_request;
end $$;
comment on function approval.begin_execution is 'Approves an open request that is carried out now.';

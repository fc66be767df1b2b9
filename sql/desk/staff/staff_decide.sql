/* Approves or rejects a request; with the last approval its effect runs in the same transaction. A deposit may be approved for the amount really received. Refuses as approval.decide and as the effect. */
create or replace function desk.staff_decide(p_token text, p_request uuid, p_decision text, p_note text, p_payload_hash text, p_received text, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'requests.decide');
  v_known jsonb;
  v_at timestamptz := core.business_now();
  v_request approval.requests;
  v_result record;
  v_note text := core.clean_text(p_note, 'note', 1000);
  v_received bigint;
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'decide', p_key, jsonb_build_array(p_request, p_decision, v_note, p_received));
  if v_known is not null then return v_known; end if;
  select * into v_request from approval.requests where id = p_request;
  if not found then perform core.refuse('not_found'); end if;
  if nullif(p_received, '') is not null and v_request.kind = 'deposit' and p_decision = 'approve' then
    v_received := core.parse_amount(p_received, v_request.currency, 'received');
    -- Two people must mean the same sum: a first approver's different figure would be the second's surprise.
    if v_received is distinct from v_request.amount and v_request.needed > 1 then perform core.refuse('invalid_input', 'received', jsonb_build_object('reason', 'two_people')); end if;
    if approval.people_needed(v_received, v_request.currency) > v_request.needed then perform core.refuse('invalid_input', 'received', jsonb_build_object('reason', 'two_people')); end if;
  end if;
  select * into v_result from approval.decide(p_request, v_caller.actor_id, p_decision, v_note, p_payload_hash, v_at);
  -- The first of two reads figures too: nobody signs what is out of date.
  if v_request.kind = 'reconciliation' and p_decision = 'approve' then perform treasury.check_sheet(v_request.subject_id); end if;
  -- Everybody who approves a plan has read what it would have done.
  if v_request.kind = 'compensation_activation' and p_decision = 'approve' then perform network.check_what_if(v_request.subject_id, v_caller.actor_id); end if;
  if v_request.kind = 'plan_activation' and p_decision = 'approve' and network.rate_differs(v_request.subject_id) then perform network.check_what_if(v_request.subject_id, v_caller.actor_id); end if;
  if v_result.state = 'approved' then
    perform desk.execute_request(p_request, v_caller, v_received, v_at);
    perform approval.executed(p_request, v_at);
  elsif v_result.state = 'rejected' then
    perform desk.undo_request(p_request, v_note, v_at);
  end if;
  perform audit.write(v_at, v_caller, 'decide_' || p_decision, 'request', p_request::text, v_note, v_request.payload);
  return ledger.keep_outcome(v_caller.actor_id, 'decide', p_key, jsonb_build_object('state', v_result.state, 'given', v_result.given, 'needed', v_result.needed));
end $$;
comment on function desk.staff_decide is 'Approves or rejects a request; with the last approval its effect runs in the same transaction.';

/* The maker takes an own open request back. */
create or replace function desk.staff_cancel_request(p_token text, p_request uuid, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, null);
  v_known jsonb;
  v_at timestamptz := core.business_now();
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'cancel_request', p_key, jsonb_build_array(p_request));
  if v_known is not null then return v_known; end if;
  perform office.require_no_posting(subject_id, false) from approval.requests where id = p_request and kind = 'company_import';
  perform approval.cancel(p_request, v_caller.actor_id, v_at);
  update invest.plan_versions set state = 'rejected' where state = 'draft' and id = (select subject_id from approval.requests where id = p_request and kind = 'plan_activation');
  perform network.decide_plan(subject_id, 'rejected', v_at) from approval.requests where id = p_request and kind = 'compensation_activation';
  perform treasury.end_sheet(subject_id, 'cancelled', v_at) from approval.requests where id = p_request and kind = 'reconciliation';
  perform office.reopen_import(subject_id, v_at) from approval.requests where id = p_request and kind = 'company_import';
  perform audit.write(v_at, v_caller, 'cancel_request', 'request', p_request::text);
  return ledger.keep_outcome(v_caller.actor_id, 'cancel_request', p_key, jsonb_build_object('state', 'cancelled'));
end $$;
comment on function desk.staff_cancel_request is 'The maker takes an own open request back.';

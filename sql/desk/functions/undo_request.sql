/* What a rejection means to the thing asked for, by kind. */
create or replace function desk.undo_request(p_request uuid, p_reason text, p_at timestamptz) returns void
language plpgsql volatile set search_path = '' as $$
declare v_request approval.requests;
begin
  select * into v_request from approval.requests where id = p_request;
  case v_request.kind
    when 'deposit' then
      perform funding.close_deposit(v_request.subject_id, 'rejected', p_reason, p_at);
      perform desk.mail_deposit('deposit_rejected', v_request.subject_id, p_reason);
    when 'withdrawal' then
      perform funding.release_withdrawal(v_request.subject_id, 'rejected', p_reason, p_at);
      perform desk.mail_withdrawal('withdrawal_rejected', v_request.subject_id, p_reason);
    when 'payout' then
      perform payout.release_payout(v_request.subject_id, 'rejected', p_reason, p_at);
      perform desk.mail_payout('payout_rejected', v_request.subject_id);
    when 'plan_activation' then
      update invest.plan_versions set state = 'rejected' where id = v_request.subject_id and state = 'draft';
    when 'compensation_activation' then
      perform network.decide_plan(v_request.subject_id, 'rejected', p_at);
    when 'milestone' then
      perform referral.reject_claim(v_request.subject_id, p_reason, p_at);
      perform desk.mail_claim('milestone_rejected', v_request.subject_id, p_reason);
    when 'booking_payment' then
      perform ev.reject_payment(v_request.subject_id, p_reason, p_at);
      perform desk.mail_booking('booking_unpaid', (v_request.payload ->> 'booking')::uuid, v_request.subject_id, p_reason);
    when 'reconciliation' then
      perform treasury.end_sheet(v_request.subject_id, 'rejected', p_at);
    when 'kyc' then
      perform desk.mail_kyc('kyc_rejected', compliance.decide(v_request.subject_id, 'rejected', p_reason, null, p_at));
    when 'company_import' then
      perform office.reopen_import(v_request.subject_id, p_at);
    when 'claim' then
      -- Of a claim that pays already only this payment is refused.
      perform desk.end_claim(v_request.subject_id, 'rejected', p_reason, p_at) from compliance.claims where id = v_request.subject_id and state = 'open';
    else null;
  end case;
end $$;
comment on function desk.undo_request is 'What a rejection means.';

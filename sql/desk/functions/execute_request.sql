/* The effect of an approved request, by kind. A static CASE: no function names in tables. Figures come from the payload that was
   approved, never from anything that could have changed since. */
create or replace function desk.execute_request(p_request uuid, p_caller identity.caller, p_received bigint, p_at timestamptz) returns void
language plpgsql volatile set search_path = '' as $$
declare
  v_request approval.requests;
  v_on date := core.business_date(p_at, core.setting('timezone'));
  v_bank bigint;
  v_kyc compliance.kyc;
begin
  select * into v_request from approval.requests where id = p_request;
  case v_request.kind
    when 'deposit' then
      perform funding.credit_deposit(v_request.subject_id, coalesce(p_received, v_request.amount), v_on, (p_caller).actor_id, p_at);
      perform desk.mail_deposit('deposit_approved', v_request.subject_id, null);
    when 'withdrawal' then
      -- Payouts leave through the same door, and funding does not know of them.
      perform funding.check_outflow(v_request.currency, v_request.amount + payout.outflow(v_request.currency, p_at), p_at);
      perform funding.approve_withdrawal(v_request.subject_id, v_on, (p_caller).actor_id, p_at);
      perform desk.alert_outflow(v_request.currency, p_at);
      perform desk.mail_withdrawal('withdrawal_approved', v_request.subject_id, null);
    when 'plan_activation' then
      perform invest.activate_version(v_request.subject_id, p_at);
    when 'compensation_activation' then
      perform network.decide_plan(v_request.subject_id, 'active', p_at);
    when 'treasury_funding' then
      select account_id into v_bank from funding.methods where id = (v_request.payload ->> 'method')::uuid;
      perform treasury.fund(v_request.payload ->> 'treasury', v_request.currency, v_request.amount, v_bank, v_on, (p_caller).actor_id, p_request);
    when 'treasury_return' then
      select account_id into v_bank from funding.methods where id = (v_request.payload ->> 'method')::uuid;
      perform treasury.take_back(v_request.payload ->> 'treasury', v_request.currency, v_request.amount, v_bank, v_on, (p_caller).actor_id, p_request);
    when 'milestone' then
      perform referral.pay_claim(v_request.subject_id, v_on, p_at);
      perform desk.mail_claim('milestone_approved', v_request.subject_id, null);
    when 'reconciliation' then
      perform treasury.end_sheet(v_request.subject_id, 'signed', p_at);
    when 'kyc' then
      v_kyc := compliance.decide(v_request.subject_id, 'approved', null, v_on, p_at);
      perform treasury.release_unverified(v_kyc.member_id, p_at);
      perform outbox.enqueue('network__emi', jsonb_build_object('member', v_kyc.member_id::text));
      perform desk.mail_kyc('kyc_approved', v_kyc);
    when 'recovery' then
      perform desk.carry_out_recovery(v_request.payload, p_at);
    when 'staff_role' then
      perform desk.carry_out_staff_change(v_request, p_caller, p_at);
    when 'setting' then
      perform desk.carry_out_setting(v_request, p_caller, p_at);
    when 'suspension' then
      perform desk.carry_out_suspension(v_request, p_caller, p_at);
    when 'claim' then
      perform desk.carry_out_claim(v_request, (p_caller).actor_id, v_on, p_at);
    when 'booking_payment' then
      perform desk.confirm_booking_payment(v_request.subject_id, (p_caller).actor_id, v_on, p_at);
    when 'booking_cancel' then
      perform desk.carry_out_cancellation(v_request, (p_caller).actor_id, v_on, p_at);
    when 'payout' then
      perform desk.carry_out_payout(v_request.subject_id, (p_caller).actor_id, v_on, p_at);
    when 'manual_journal' then
      perform ledger.post((v_request.payload ->> 'kind')::ledger.journal_kind, (v_request.payload ->> 'value_on')::date, (p_caller).actor_id, p_request,
        (desk.manual_lines(v_request.payload ->> 'kind', v_request.currency, v_request.beneficiary_id, v_request.payload -> 'lines')).lines);
    when 'company_import' then
      perform desk.carry_out_import(v_request, (p_caller).actor_id, p_at);
    when 'journal_reversal' then
      perform ledger.reverse((v_request.payload ->> 'journal')::bigint, v_on, (p_caller).actor_id, p_request);
    when 'tax_deposit' then
      perform payout.deposit_tax(p_request, (v_request.payload ->> 'quarter_on')::date, (v_request.payload ->> 'rule')::uuid, v_request.currency, v_request.amount, (v_request.payload ->> 'method')::uuid,
        v_request.payload ->> 'reference', (v_request.payload ->> 'paid_on')::date, (p_caller).actor_id, p_at);
    when 'sweep' then
      select account_id into v_bank from funding.methods where id = (v_request.payload ->> 'method')::uuid;
      perform treasury.sweep(p_request, v_request.currency, core.parse_amount(v_request.payload ->> 'held', v_request.currency, 'held', true), core.parse_amount(v_request.payload ->> 'own', v_request.currency, 'own', true),
        v_bank, v_on, (p_caller).actor_id, p_at);
    when 'bank_transfer' then
      perform funding.transfer_between((v_request.payload ->> 'from')::uuid, (v_request.payload ->> 'to')::uuid, v_request.amount, v_on, (p_caller).actor_id, p_request);
  end case;
end $$;
comment on function desk.execute_request is 'The effect of an approved request.';

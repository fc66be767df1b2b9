/* An approved withdrawal has left. Refuses as funding.send_withdrawal. */
create or replace function desk.staff_withdrawal_sent(p_token text, p_withdrawal uuid, p_method uuid, p_transaction_reference text, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'withdrawals.send');
  v_known jsonb;
  v_at timestamptz := core.business_now();
  v_on date := core.business_date(v_at, core.setting('timezone'));
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'withdrawal_sent', p_key, jsonb_build_array(p_withdrawal, p_method, p_transaction_reference));
  if v_known is not null then return v_known; end if;
  perform funding.send_withdrawal(p_withdrawal, p_method, p_transaction_reference, v_on, v_caller.actor_id, v_at);
  perform desk.mail_withdrawal('withdrawal_sent', p_withdrawal, null);
  perform audit.write(v_at, v_caller, 'withdrawal_sent', 'withdrawal', p_withdrawal::text, null);
  return ledger.keep_outcome(v_caller.actor_id, 'withdrawal_sent', p_key, jsonb_build_object('state', 'sent'));
end $$;
comment on function desk.staff_withdrawal_sent is 'An approved withdrawal has left.';

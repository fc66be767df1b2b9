/* A sent withdrawal arrived. */
create or replace function desk.staff_withdrawal_confirm(p_token text, p_withdrawal uuid, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'withdrawals.send');
  v_known jsonb;
  v_at timestamptz := core.business_now();
  v_on date := core.business_date(v_at, core.setting('timezone'));
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'withdrawal_confirm', p_key, jsonb_build_array(p_withdrawal));
  if v_known is not null then return v_known; end if;
  perform funding.close_withdrawal(p_withdrawal, 'confirmed', null, v_on, v_caller.actor_id, v_at);
  perform audit.write(v_at, v_caller, 'withdrawal_confirm', 'withdrawal', p_withdrawal::text, null);
  return ledger.keep_outcome(v_caller.actor_id, 'withdrawal_confirm', p_key, jsonb_build_object('state', 'confirmed'));
end $$;
comment on function desk.staff_withdrawal_confirm is 'A sent withdrawal arrived.';

/* The bank says that a sent payout arrived. Refuses as payout.close_payout. */
create or replace function desk.staff_payout_paid(p_token text, p_payout uuid, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'payouts.send');
  v_known jsonb;
  v_at timestamptz := core.business_now();
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'payout_paid', p_key, jsonb_build_array(p_payout));
  if v_known is not null then return v_known; end if;
  perform payout.close_payout(p_payout, 'paid', null, core.business_date(v_at, core.setting('timezone')), v_caller.actor_id, v_at);
  perform desk.mail_payout('payout_paid', p_payout);
  perform audit.write(v_at, v_caller, 'payout_paid', 'payout', p_payout::text);
  return ledger.keep_outcome(v_caller.actor_id, 'payout_paid', p_key, jsonb_build_object('state', 'paid'));
end $$;
comment on function desk.staff_payout_paid is 'A sent payout arrived.';

/* The bank says that a sent payout came back; its bank part is credited to EARNINGS again. Refuses `note_required`, and as payout.close_payout. */
create or replace function desk.staff_payout_returned(p_token text, p_payout uuid, p_reason text, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'payouts.send');
  v_known jsonb;
  v_at timestamptz := core.business_now();
  v_reason text := core.clean_text(p_reason, 'reason', 500);
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'payout_returned', p_key, jsonb_build_array(p_payout, p_reason));
  if v_known is not null then return v_known; end if;
  if v_reason is null then perform core.refuse('note_required', 'reason'); end if;
  perform payout.close_payout(p_payout, 'returned', v_reason, core.business_date(v_at, core.setting('timezone')), v_caller.actor_id, v_at);
  perform desk.mail_payout('payout_returned', p_payout);
  perform audit.write(v_at, v_caller, 'payout_returned', 'payout', p_payout::text, v_reason);
  return ledger.keep_outcome(v_caller.actor_id, 'payout_returned', p_key, jsonb_build_object('state', 'returned'));
end $$;
comment on function desk.staff_payout_returned is 'A sent payout came back.';

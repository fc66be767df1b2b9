/* Reverses a payout whole, in the quarter of its tax, with what follows where it had paid instalments. Refuses `note_required`, and as payout.reverse_payout. */
create or replace function desk.staff_payout_reverse(p_token text, p_payout uuid, p_reason text, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'payouts.reverse');
  v_known jsonb;
  v_at timestamptz := core.business_now();
  v_reason text := core.clean_text(p_reason, 'reason', 500);
  v_row payout.payouts;
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'payout_reverse', p_key, jsonb_build_array(p_payout, p_reason));
  if v_known is not null then return v_known; end if;
  if v_reason is null then perform core.refuse('note_required', 'reason'); end if;
  v_row := payout.reverse_payout(p_payout, v_reason, core.business_date(v_at, core.setting('timezone')), v_caller.actor_id, v_at);
  if v_row.emi > 0 then perform desk.follow_payments(v_row.member_id, v_at); end if;
  perform desk.mail_payout('payout_reversed', p_payout);
  perform audit.write(v_at, v_caller, 'payout_reverse', 'payout', p_payout::text, v_reason);
  return ledger.keep_outcome(v_caller.actor_id, 'payout_reverse', p_key, jsonb_build_object('state', 'reversed'));
end $$;
comment on function desk.staff_payout_reverse is 'Reverses a payout whole.';

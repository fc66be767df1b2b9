/* The refund of a cancelled booking has left the operator's bank. Refuses `not_found` and as ev.refund_booking, `key_reuse`. */
create or replace function desk.staff_booking_refunded(p_token text, p_booking uuid, p_transaction_reference text, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'bookings.refund');
  v_known jsonb;
  v_at timestamptz := core.business_now();
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'booking_refunded', p_key, jsonb_build_array(p_booking, p_transaction_reference));
  if v_known is not null then return v_known; end if;
  perform ev.refund_booking(p_booking, p_transaction_reference, core.business_date(v_at, core.setting('timezone')), v_caller.actor_id, v_at);
  perform desk.mail_booking('booking_refunded', p_booking, null, null);
  perform audit.write(v_at, v_caller, 'booking_refunded', 'booking', p_booking::text);
  return ledger.keep_outcome(v_caller.actor_id, 'booking_refunded', p_key, jsonb_build_object('state', 'refunded'));
end $$;
comment on function desk.staff_booking_refunded is 'The refund of a cancelled booking has left.';

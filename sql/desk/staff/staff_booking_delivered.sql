/* A paid vehicle was handed over. Refuses `not_found` and as ev.deliver, `key_reuse`. */
create or replace function desk.staff_booking_delivered(p_token text, p_booking uuid, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'bookings.write');
  v_known jsonb;
  v_at timestamptz := core.business_now();
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'booking_delivered', p_key, jsonb_build_array(p_booking));
  if v_known is not null then return v_known; end if;
  perform ev.deliver(p_booking, v_at);
  perform audit.write(v_at, v_caller, 'booking_delivered', 'booking', p_booking::text);
  return ledger.keep_outcome(v_caller.actor_id, 'booking_delivered', p_key, jsonb_build_object('state', 'delivered'));
end $$;
comment on function desk.staff_booking_delivered is 'A paid vehicle was handed over.';

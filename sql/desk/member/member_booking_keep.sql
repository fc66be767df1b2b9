/* The caller takes an own open request to cancel a booking back. Refuses `not_found`, `already_decided`, `key_reuse`. */
create or replace function desk.member_booking_keep(p_token text, p_booking uuid, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member', 1::smallint, true);
  v_known jsonb;
  v_at timestamptz := core.business_now();
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'booking_keep', p_key, jsonb_build_array(p_booking));
  if v_known is not null then return v_known; end if;
  if not exists (select from ev.bookings where id = p_booking and member_id = v_caller.actor_id) then perform core.refuse('not_found', 'booking'); end if;
  perform approval.cancel_newest('booking_cancel', p_booking, v_caller.actor_id, v_at);
  perform audit.write(v_at, v_caller, 'booking_keep', 'booking', p_booking::text);
  return ledger.keep_outcome(v_caller.actor_id, 'booking_keep', p_key, jsonb_build_object('state', 'cancelled'));
end $$;
comment on function desk.member_booking_keep is 'The caller takes a request to cancel back.';

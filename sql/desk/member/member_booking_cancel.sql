/* The caller asks to cancel a booking; a request in the queue, whose payload says what goes back. Refuses `not_found`, `already_decided`
   (cancelled or delivered), `already_open`, `key_reuse`. */
create or replace function desk.member_booking_cancel(p_token text, p_booking uuid, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member', 1::smallint, true);
  v_known jsonb;
  v_at timestamptz := core.business_now();
  v_row ev.bookings;
  v_request uuid;
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'booking_cancel', p_key, jsonb_build_array(p_booking));
  if v_known is not null then return v_known; end if;
  -- Not locked: who decides holds the request and then waits for the booking. What is read here is compared with it when it is carried out.
  select * into v_row from ev.bookings where id = p_booking and member_id = v_caller.actor_id;
  if not found then perform core.refuse('not_found', 'booking'); end if;
  if v_row.cancelled_at is not null or v_row.delivered_at is not null then perform core.refuse('already_decided'); end if;
  v_request := approval.open('booking_cancel', p_booking, v_row.reference, nullif(v_row.paid, 0), case when v_row.paid > 0 then v_row.currency end, v_caller.actor_id, 'member', v_caller.actor_id,
    jsonb_build_object('booking', p_booking, 'external', core.format_amount(v_row.external, v_row.currency), 'emi', core.format_amount(v_row.emi, v_row.currency), 'currency', v_row.currency),
    coalesce(approval.people_needed(v_row.paid, v_row.currency), 1::smallint), v_at);
  perform audit.write(v_at, v_caller, 'booking_cancel', 'booking', p_booking::text);
  return ledger.keep_outcome(v_caller.actor_id, 'booking_cancel', p_key, jsonb_build_object('request', v_request));
end $$;
comment on function desk.member_booking_cancel is 'The caller asks to cancel a booking.';

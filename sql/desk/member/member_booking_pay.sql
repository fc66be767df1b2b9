/* The caller says that a payment for a booking was made, with a proof or none; it waits in the queue until somebody has seen it arrive. The
   proof stands in the request: it is evidence for whoever decides. Refuses as ev.submit_payment, `not_found` (a file of somebody else),
   `invalid_amount`, `key_reuse`. */
create or replace function desk.member_booking_pay(p_token text, p_booking uuid, p_amount text, p_transaction_reference text, p_key uuid, p_file uuid default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member', 1::smallint, true);
  v_known jsonb;
  v_at timestamptz := core.business_now();
  v_booking ev.bookings;
  v_amount bigint;
  v_row ev.payments;
  v_request uuid;
begin
  select * into v_booking from ev.bookings where id = p_booking and member_id = v_caller.actor_id;
  if not found then perform core.refuse('not_found', 'booking'); end if;
  v_amount := core.parse_amount(p_amount, v_booking.currency);
  v_known := ledger.claim_key(v_caller.actor_id, 'booking_pay', p_key, jsonb_build_array(p_booking, v_amount, p_transaction_reference));
  if v_known is not null then return v_known; end if;
  if p_file is not null and not exists (select from funding.files where id = p_file and owner_id = v_caller.actor_id) then perform core.refuse('not_found', 'file'); end if;
  v_row := ev.submit_payment(v_caller.actor_id, p_booking, v_amount, p_transaction_reference, v_at);
  v_request := approval.open('booking_payment', v_row.id, v_booking.reference, v_amount, v_booking.currency, v_caller.actor_id, 'member', v_caller.actor_id,
    jsonb_build_object('payment', v_row.id, 'booking', p_booking, 'amount', core.format_amount(v_amount, v_booking.currency), 'currency', v_booking.currency, 'transaction_reference', v_row.transaction_reference) || case when p_file is null then '{}' else jsonb_build_object('file', p_file) end,
    approval.people_needed(v_amount, v_booking.currency), v_at);
  perform audit.write(v_at, v_caller, 'booking_pay', 'booking', p_booking::text);
  return ledger.keep_outcome(v_caller.actor_id, 'booking_pay', p_key, jsonb_build_object('payment', v_row.id, 'request', v_request));
end $$;
comment on function desk.member_booking_pay is 'The caller says that a payment for a booking was made.';

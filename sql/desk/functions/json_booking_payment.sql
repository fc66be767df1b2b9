/* A payment for a booking. */
create or replace function desk.json_booking_payment(p_payment ev.payments) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('id', (p_payment).id, 'source', (p_payment).source, 'amount', core.format_amount((p_payment).amount, b.currency), 'returned', core.format_amount((p_payment).returned, b.currency), 'currency', b.currency,
    'transaction_reference', (p_payment).transaction_reference, 'state', (p_payment).state, 'reason', (p_payment).reason, 'submitted_at', (p_payment).submitted_at, 'decided_at', (p_payment).decided_at)
    from ev.bookings b where b.id = (p_payment).booking_id
$$;
comment on function desk.json_booking_payment is 'A payment for a booking.';

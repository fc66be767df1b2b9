/* A payment for a booking, with the request that decides about it and the proof that came with it. */
create or replace function desk.json_booking_payment(p_payment ev.payments) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('id', (p_payment).id, 'source', (p_payment).source, 'amount', core.format_amount((p_payment).amount, b.currency), 'returned', core.format_amount((p_payment).returned, b.currency), 'currency', b.currency,
    'transaction_reference', (p_payment).transaction_reference, 'state', (p_payment).state, 'reason', (p_payment).reason, 'submitted_at', (p_payment).submitted_at, 'decided_at', (p_payment).decided_at,
    'request', r.id, 'file', r.payload ->> 'file')
    from ev.bookings b left join approval.requests r on r.kind = 'booking_payment' and r.subject_id = (p_payment).id where b.id = (p_payment).booking_id
$$;
comment on function desk.json_booking_payment is 'A payment for a booking.';

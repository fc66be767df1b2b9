/* A booking as its member and staff see it. */
create or replace function desk.json_booking(p_booking ev.bookings) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('id', (p_booking).id, 'reference', (p_booking).reference, 'vehicle', (p_booking).vehicle_id, 'vehicle_name', (p_booking).vehicle_name, 'currency', (p_booking).currency,
    'price', core.format_amount((p_booking).price, (p_booking).currency), 'paid', core.format_amount((p_booking).paid, (p_booking).currency), 'outstanding', core.format_amount((p_booking).outstanding, (p_booking).currency),
    'external', core.format_amount((p_booking).external, (p_booking).currency), 'emi', core.format_amount((p_booking).emi, (p_booking).currency), 'refund', core.format_amount((p_booking).refund, (p_booking).currency),
    'status', ev.status(p_booking, desk.network_date(core.business_now())), 'parts', (p_booking).parts, 'day', (p_booking).part_day, 'first_due_on', (p_booking).first_due_on,
    'booked_at', (p_booking).booked_at, 'opened_at', (p_booking).opened_at, 'cancelled_at', (p_booking).cancelled_at, 'refunded_at', (p_booking).refunded_at, 'delivered_at', (p_booking).delivered_at,
    'cancelling', exists (select from approval.requests r where r.kind = 'booking_cancel' and r.subject_id = (p_booking).id and r.state = 'pending'))
$$;
comment on function desk.json_booking is 'A booking.';

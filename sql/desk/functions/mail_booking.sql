/* Tells a member what happened to a payment for a booking, or to the booking when no payment is named: then the amount is its refund. */
create or replace function desk.mail_booking(p_template text, p_booking uuid, p_payment uuid, p_reason text) returns void
language sql volatile set search_path = '' as $$
  select outbox.mail_member(p_template, b.member_id, jsonb_strip_nulls(jsonb_build_object('booking', b.id, 'reference', b.reference, 'vehicle', b.vehicle_name, 'amount', core.format_amount(coalesce(p.amount, b.refund), b.currency), 'currency', b.currency,
      'transaction_reference', coalesce(p.transaction_reference, b.refund_reference), 'reason', p_reason)), p_template || ':' || coalesce(p.id, b.id))
    from ev.bookings b left join ev.payments p on p.id = p_payment and p.booking_id = b.id where b.id = p_booking
$$;
comment on function desk.mail_booking is 'Tells a member what happened to vehicle money.';

/* What a booking is on a business date of the network: draft, reserved (first payment confirmed), active (the setting booking_active_amount
   is paid), on_emi (from its first due date), paid, delivered; cancelled once decided, refunded once the money has left. Computed, never kept. */
create or replace function ev.status(p_booking ev.bookings, p_on date) returns text
language sql stable security definer set search_path = '' as $$
  select case when (p_booking).refunded_at is not null then 'refunded'
    when (p_booking).cancelled_at is not null then 'cancelled'
    when (p_booking).delivered_at is not null then 'delivered'
    when (p_booking).outstanding = 0 then 'paid'
    when (p_booking).opened_at is null then 'draft'
    when (p_booking).first_due_on <= p_on then 'on_emi'
    when (p_booking).paid >= coalesce(core.setting_amount('booking_active_amount', (p_booking).currency), 0) then 'active'
    else 'reserved' end
$$;
comment on function ev.status is 'What a booking is on a business date.';

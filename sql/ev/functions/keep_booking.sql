/* Trigger: what was agreed never changes, the first payment is fixed once, and a cancellation, refund or delivery is final. Money moves
   only while the booking stands. */
create or replace function ev.keep_booking() returns trigger
language plpgsql volatile set search_path = '' as $$
begin
  if tg_op = 'UPDATE'
     and (new.id, new.reference, new.member_id, new.vehicle_id, new.vehicle_name, new.currency, new.price, new.parts, new.part_day, new.booked_at)
         is not distinct from (old.id, old.reference, old.member_id, old.vehicle_id, old.vehicle_name, old.currency, old.price, old.parts, old.part_day, old.booked_at)
     and (old.opened_at is null or (new.opened_at, new.first_payment, new.first_due_on) is not distinct from (old.opened_at, old.first_payment, old.first_due_on))
     and (old.cancelled_at is null or (new.cancelled_at, new.refund) is not distinct from (old.cancelled_at, old.refund))
     and (old.refunded_at is null or (new.refunded_at, new.refund_reference) is not distinct from (old.refunded_at, old.refund_reference))
     and (old.delivered_at is null or (new.delivered_at, new.external, new.emi) is not distinct from (old.delivered_at, old.external, old.emi)) then
    return new;
  end if;
  perform core.refuse('immutable', null, jsonb_build_object('table', 'ev.bookings', 'operation', tg_op));
  return null;
end $$;
comment on function ev.keep_booking is 'Trigger: what was agreed never changes.';

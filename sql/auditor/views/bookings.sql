create or replace view auditor.bookings as
select b.id as booking_id,
       b.reference,
       b.member_id as member,
       b.vehicle_name as vehicle,
       b.currency,
       b.price,
       b.external as paid_outside,
       b.emi as paid_by_emi,
       b.outstanding,
       b.refund,
       b.booked_at,
       b.cancelled_at,
       b.refunded_at,
       b.delivered_at
  from ev.bookings b;
comment on view auditor.bookings is 'Bookings of vehicles and what is paid of them. Minor units.';
comment on column auditor.bookings.booking_id is 'Id of the booking.';
comment on column auditor.bookings.reference is 'How it is called.';
comment on column auditor.bookings.member is 'Number of the member.';
comment on column auditor.bookings.vehicle is 'The vehicle.';
comment on column auditor.bookings.currency is 'Currency of the amounts.';
comment on column auditor.bookings.price is 'Price, minor units.';
comment on column auditor.bookings.paid_outside is 'Paid at the bank, minor units.';
comment on column auditor.bookings.paid_by_emi is 'Paid out of the reserve for instalments, minor units.';
comment on column auditor.bookings.outstanding is 'Still to be paid, minor units.';
comment on column auditor.bookings.refund is 'Given back, minor units.';
comment on column auditor.bookings.booked_at is 'When it was booked.';
comment on column auditor.bookings.cancelled_at is 'When it was cancelled.';
comment on column auditor.bookings.refunded_at is 'When it was given back.';
comment on column auditor.bookings.delivered_at is 'When the vehicle was handed over.';

create or replace view auditor.booking_payments as
select p.id as payment_id,
       p.booking_id,
       p.source,
       b.currency,
       p.amount,
       p.returned,
       p.state,
       p.journal_id,
       p.submitted_at,
       p.decided_at
  from ev.payments p join ev.bookings b on b.id = p.booking_id;
comment on view auditor.booking_payments is 'Payments of bookings. Minor units.';
comment on column auditor.booking_payments.payment_id is 'Id of the payment.';
comment on column auditor.booking_payments.booking_id is 'The booking.';
comment on column auditor.booking_payments.source is 'Where the money came from.';
comment on column auditor.booking_payments.currency is 'Currency of the amounts.';
comment on column auditor.booking_payments.amount is 'Minor units.';
comment on column auditor.booking_payments.returned is 'How much of it went back, minor units.';
comment on column auditor.booking_payments.state is 'Pending, confirmed or rejected.';
comment on column auditor.booking_payments.journal_id is 'The journal that booked it.';
comment on column auditor.booking_payments.submitted_at is 'When it was told.';
comment on column auditor.booking_payments.decided_at is 'When it was decided.';

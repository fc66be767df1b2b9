/* The laws of ev over everything, law by law. */
create or replace function ev.verify() returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select * from ev.booking_faults()
  union all select * from ev.payment_faults()
  union all select * from ev.schedule_faults()
  union all select * from ev.refund_faults()
  union all select * from ev.decision_faults()
  union all select * from ev.money_faults()
$$;
comment on function ev.verify is 'The laws of ev over everything.';

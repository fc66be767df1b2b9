/* The laws of ev.verify for what was decided since p_since. */
create or replace function ev.verify_changes(p_since timestamptz) returns setof audit.fault
language plpgsql stable security definer set search_path = '' as $$
begin
  return query select * from ev.booking_faults(p_since);
  return query select * from ev.payment_faults(p_since);
  return query select * from ev.schedule_faults(p_since);
  return query select * from ev.refund_faults(p_since);
  return query select * from ev.decision_faults(p_since);
end $$;
comment on function ev.verify_changes is 'The laws of ev for what changed.';

/* The laws of payouts over everything, law by law. */
create or replace function payout.verify() returns setof audit.fault
language plpgsql stable security definer set search_path = '' as $$
begin
  return query select * from payout.hold_faults();
  return query select * from payout.journal_faults();
  return query select * from payout.decision_faults();
  return query select * from payout.part_faults();
  return query select * from payout.tax_faults();
  return query select * from payout.deposit_faults();
end $$;
comment on function payout.verify is 'The laws of payouts over everything.';

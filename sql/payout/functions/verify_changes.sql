/* The laws of payout.verify for payouts that changed since p_since. */
create or replace function payout.verify_changes(p_since timestamptz) returns setof audit.fault
language plpgsql stable security definer set search_path = '' as $$
begin
  return query select * from payout.hold_faults(p_since);
  return query select * from payout.journal_faults(p_since);
  return query select * from payout.decision_faults(p_since);
end $$;
comment on function payout.verify_changes is 'The laws of payouts for what changed.';

/* The laws of ledger.verify for what changed: journals after p_after, holds placed since p_hold or ended since p_ended. Moves the kept
   sums on to p_horizon. */
create or replace function ledger.verify_changes(p_after bigint, p_hold uuid, p_ended timestamptz, p_horizon xid8) returns setof audit.fault
language plpgsql volatile security definer set search_path = '' as $$
declare v_accounts bigint[] := ledger.accounts_touched(p_after, p_hold, p_ended);
begin
  return query select * from ledger.balance_drift(p_after, p_horizon);
  return query select * from ledger.held_faults(v_accounts);
  return query select * from ledger.floor_faults(v_accounts);
  return query select * from ledger.copy_faults(v_accounts);
  return query select * from ledger.journal_faults(p_after);
  return query select * from ledger.line_faults(p_after);
  return query select * from ledger.tail_faults();
  return query select * from ledger.reversal_faults(p_after);
end $$;
comment on function ledger.verify_changes is 'The laws of the ledger for what changed.';

/* The laws of invest.verify for what changed: journals after p_after, items after p_item, contracts touched by transactions from p_xid
   on, accounts touched. */
create or replace function invest.verify_changes(p_after bigint, p_item bigint, p_xid xid8, p_accounts bigint[]) returns setof audit.fault
language plpgsql stable security definer set search_path = '' as $$
declare v_contracts bigint[] := invest.contracts_touched(p_after, p_xid);
begin
  return query select * from invest.new_day_faults(p_after, p_item);
  return query select * from invest.credited_faults(p_after);
  return query select * from invest.waiting_faults(p_item);
  return query select * from invest.principal_faults(p_accounts);
  return query select * from invest.contract_faults(p_xid);
  return query select * from invest.carried_faults(p_xid);
  return query select * from invest.maturity_faults(p_after);
  return query select * from invest.earmark_faults(v_contracts);
  return query select * from invest.renewal_faults(v_contracts);
  return query select * from invest.reserve_faults(p_after);
end $$;
comment on function invest.verify_changes is 'The laws of investing for what changed.';

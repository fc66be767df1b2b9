/* The laws of investing over everything, law by law. */
create or replace function invest.verify() returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select * from invest.day_faults()
  union all select * from invest.credit_faults()
  union all select * from invest.missed_faults()
  union all select * from invest.posted_faults()
  union all select * from invest.credited_faults()
  union all select * from invest.waiting_faults()
  union all select * from invest.principal_faults()
  union all select * from invest.contract_faults()
  union all select * from invest.carried_faults()
  union all select * from invest.maturity_faults()
  union all select * from invest.earmark_faults()
  union all select * from invest.renewal_faults()
  union all select * from invest.reserve_faults()
$$;
comment on function invest.verify is 'The laws of investing over everything.';

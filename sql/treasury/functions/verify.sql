/* The laws of the treasury over everything, law by law. */
create or replace function treasury.verify() returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select * from treasury.item_faults()
  union all select * from treasury.payment_faults()
  union all select * from treasury.order_faults()
  union all select * from treasury.earmark_faults()
  union all select * from treasury.coverage_faults()
  union all select * from treasury.clawback_faults()
  union all select * from treasury.sweep_faults()
$$;
comment on function treasury.verify is 'The laws of the treasury over everything.';

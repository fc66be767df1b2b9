/* The laws of the network over everything, law by law. */
create or replace function network.verify() returns setof audit.fault
language plpgsql stable security definer set search_path = '' as $$
begin
  return query select * from network.slot_faults();
  return query select * from network.count_faults();
  return query select * from network.pair_faults();
  return query select * from network.reversal_faults();
end $$;
comment on function network.verify is 'The laws of the network over everything.';

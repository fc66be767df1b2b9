/* The laws of network.verify for nodes and pairs that changed since p_since; what all members owe together is looked at nightly. */
create or replace function network.verify_changes(p_since timestamptz) returns setof audit.fault
language plpgsql stable security definer set search_path = '' as $$
begin
  return query select * from network.slot_faults(p_since);
  return query select * from network.count_faults(p_since);
  return query select * from network.pair_faults(p_since);
  return query select * from network.reversal_faults(p_since);
end $$;
comment on function network.verify_changes is 'The laws of the network for what changed.';

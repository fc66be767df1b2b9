/* The laws of approval, law by law: of requests decided since p_since, or of all. */
create or replace function approval.verify(p_since timestamptz default null) returns setof audit.fault
language plpgsql stable security definer set search_path = '' as $$
begin
  return query select * from approval.execution_faults(p_since);
  return query select * from approval.maker_faults(p_since);
  return query select * from approval.count_faults(p_since);
  return query select * from approval.refusal_faults(p_since);
  return query select * from approval.payload_faults(p_since);
end $$;
comment on function approval.verify is 'The laws of approval.';

/* The laws of funding, law by law: of documents decided since p_since and journals after p_after, or of all. */
create or replace function funding.verify(p_since timestamptz default null, p_after bigint default null) returns setof audit.fault
language plpgsql stable security definer set search_path = '' as $$
begin
  return query select * from funding.deposit_faults(p_since);
  return query select * from funding.credit_faults(p_after);
  return query select * from funding.withdrawal_hold_faults(p_since);
  return query select * from funding.withdrawal_journal_faults(p_since);
  return query select * from funding.debit_faults(p_after);
  return query select * from funding.decision_faults(p_since);
end $$;
comment on function funding.verify is 'The laws of funding.';

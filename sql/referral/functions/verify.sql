/* The laws of referral, law by law: of commissions after p_after and claims and clawbacks decided since p_since, or of all. */
create or replace function referral.verify(p_after bigint default null, p_since timestamptz default null) returns setof audit.fault
language plpgsql stable security definer set search_path = '' as $$
begin
  return query select * from referral.rate_faults(p_after);
  return query select * from referral.payment_faults(p_after);
  return query select * from referral.claim_faults(p_since);
  return query select * from referral.clawback_faults(p_since);
end $$;
comment on function referral.verify is 'The laws of referral.';

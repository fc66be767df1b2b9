/* Every fault in one domain, looked for in all its rows. Static, like every choice of a function. */
create or replace function desk.faults(p_domain text) returns setof audit.fault
language plpgsql stable set search_path = '' as $$
begin
  case p_domain
    when 'audit' then return query select * from audit.verify();
    when 'ledger' then return query select * from ledger.verify();
    when 'treasury' then return query select * from treasury.verify();
    when 'approval' then return query select * from approval.verify();
    when 'referral' then return query select * from referral.verify();
    when 'funding' then return query select * from funding.verify();
    when 'invest' then return query select * from invest.verify();
    when 'ev' then return query select * from ev.verify();
    when 'network' then return query select * from network.verify();
    when 'payout' then return query select * from payout.verify();
    else perform core.refuse('invalid_input', 'domain');
  end case;
end $$;
comment on function desk.faults is 'Every fault in one domain.';

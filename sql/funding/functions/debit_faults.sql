/* Law: money that went out has a withdrawal that says so: no journal of those kinds without one. Of journals after p_after, or of all. */
create or replace function funding.debit_faults(p_after bigint default null) returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'a withdrawal journal has its withdrawal', 'journal ' || j.id, 'a withdrawal', coalesce('cause ' || j.cause, 'none')
    from ledger.journals j left join funding.withdrawals w on w.id = j.cause
   where j.id > coalesce(p_after, 0) and j.kind in ('withdrawal', 'withdrawal_settlement', 'withdrawal_return') and w.id is null
$$;
comment on function funding.debit_faults is 'Withdrawal journals without their withdrawal.';

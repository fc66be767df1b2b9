/* Law: money that came in has a deposit that says so: every journal of that kind is the one its deposit names. Of journals after
   p_after, or of all. */
create or replace function funding.credit_faults(p_after bigint default null) returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'a deposit journal has its deposit', 'journal ' || j.id, 'a deposit that names it', coalesce('deposit ' || d.reference || ' names ' || coalesce(d.journal_id::text, 'none'), 'none')
    from ledger.journals j left join funding.deposits d on d.id = j.cause
   where j.id > coalesce(p_after, 0) and j.kind = 'deposit' and d.journal_id is distinct from j.id
$$;
comment on function funding.credit_faults is 'Deposit journals without their deposit.';

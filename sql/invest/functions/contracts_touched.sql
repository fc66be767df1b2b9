/* Contracts credited or ended by journals after p_after, or touched by transactions from p_xid on. */
create or replace function invest.contracts_touched(p_after bigint, p_xid xid8) returns bigint[]
language sql stable security definer set search_path = '' as $$
  select array(
    select l.source_id from ledger.journals j join ledger.lines l on l.journal_id = j.id
     where j.id > p_after and l.journal_id > p_after and j.kind in ('accrual', 'maturity') and l.source_id is not null
    union select i.id from invest.investments i where i.touched_xid >= p_xid)
$$;
comment on function invest.contracts_touched is 'Contracts that moved lately.';

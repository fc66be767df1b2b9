/* Balance (minor units, natural side) of an account at the end of a value date: the last snapshot that counts nothing later, and the
   lines since. Exact, whatever has been posted afterwards with an earlier value date. */
create or replace function ledger.balance_as_of(p_account bigint, p_on date) returns bigint
language plpgsql stable security definer set search_path = '' set enable_seqscan = off as $$
declare v_run bigint := ledger.numbered_after(p_on);
begin
  return (coalesce((select s.balance from ledger.snapshots s where s.account_id = p_account and s.closed_to <= v_run order by s.closed_to desc limit 1), 0)
        + coalesce((select sum(l.amount) from ledger.lines l where l.account_id = p_account and l.journal_id > v_run and l.value_on <= p_on), 0)::bigint)
        * (select a.side from ledger.accounts a where a.id = p_account);
end $$;
comment on function ledger.balance_as_of is 'Balance by value date.';

/* Balance (minor units, natural side) of an account as it was known at an instant: everything posted until then, from the last snapshot
   that counts nothing later. Exact for accounts that are locked; for shared ones up to ledger.known_until, because a journal that took
   its time before the instant may still be on its way. */
create or replace function ledger.balance_known_at(p_account bigint, p_at timestamptz) returns bigint
language plpgsql stable security definer set search_path = '' set enable_seqscan = off as $$
declare v_run bigint := (select r.closed_to from ledger.snapshot_runs r where r.posted_until <= p_at order by r.posted_until desc, r.closed_to desc limit 1);
begin
  return (coalesce((select s.balance from ledger.snapshots s where s.account_id = p_account and s.closed_to <= v_run order by s.closed_to desc limit 1), 0)
        + coalesce((select sum(l.amount) from ledger.lines l join ledger.journals j on j.id = l.journal_id
                     where l.account_id = p_account and l.journal_id > coalesce(v_run, 0) and j.posted_at <= p_at), 0)::bigint)
        * (select a.side from ledger.accounts a where a.id = p_account);
end $$;
comment on function ledger.balance_known_at is 'Balance by posting time.';

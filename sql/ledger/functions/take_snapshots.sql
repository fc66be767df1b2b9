/* Takes a snapshot of every account that has moved since the last run, up to where the seals have closed the books, and answers how
   many. What is counted is known to be complete: no journal numbered up to there can appear any more.
   Always by index: the first run fills a table that was empty when its statistics were taken, where reading all of it for each account
   looks free and is not. */
create or replace function ledger.take_snapshots(p_at timestamptz) returns bigint
language plpgsql volatile security definer set search_path = '' set enable_seqscan = off as $$
declare
  v_from ledger.snapshot_runs;
  v_to ledger.seals;
  v_count bigint;
begin
  perform pg_advisory_xact_lock(hashtext('ledger.snapshot_runs'));
  select * into v_to from ledger.seals s order by s.id desc limit 1;
  select * into v_from from ledger.snapshot_runs r order by r.closed_to desc limit 1;
  if v_to.closed_to is null or v_to.closed_to <= coalesce(v_from.closed_to, 0) then
    return 0;
  end if;
  insert into ledger.snapshot_runs (closed_to, on_date, posted_until, taken_at)
  select v_to.closed_to, greatest(max(j.value_on), v_from.on_date), greatest(max(j.posted_at), v_from.posted_until), p_at
    from ledger.journals j where j.id > coalesce(v_from.closed_to, 0) and j.id <= v_to.closed_to having count(*) > 0;
  if not found then
    return 0;
  end if;
  insert into ledger.snapshots (account_id, closed_to, balance)
  select n.account_id, v_to.closed_to, n.moved + coalesce((select s.balance from ledger.snapshots s where s.account_id = n.account_id order by s.closed_to desc limit 1), 0)
    from (select l.account_id, sum(l.amount)::bigint as moved from ledger.lines l where l.journal_id > coalesce(v_from.closed_to, 0) and l.journal_id <= v_to.closed_to group by l.account_id) n;
  get diagnostics v_count = row_count;
  insert into ledger.snapshot_totals (closed_to, kind, currency, balance)
  select v_to.closed_to, t.kind, t.currency, sum(t.balance)::bigint from (
    select s.kind, s.currency, s.balance from ledger.snapshot_totals s where s.closed_to = v_from.closed_to
    union all
    select a.kind, a.currency, l.amount from ledger.lines l join ledger.accounts a on a.id = l.account_id
     where l.journal_id > coalesce(v_from.closed_to, 0) and l.journal_id <= v_to.closed_to) t
   group by t.kind, t.currency;
  insert into ledger.day_totals (closed_to, value_on, kind, account_kind, currency, debit, credit, lines)
  select v_to.closed_to, l.value_on, j.kind, a.kind, a.currency, coalesce(sum(l.amount) filter (where l.amount > 0), 0), coalesce(-sum(l.amount) filter (where l.amount < 0), 0), count(*)
    from ledger.lines l join ledger.journals j on j.id = l.journal_id join ledger.accounts a on a.id = l.account_id
   where l.journal_id > coalesce(v_from.closed_to, 0) and l.journal_id <= v_to.closed_to
   group by l.value_on, j.kind, a.kind, a.currency;
  return v_count;
end $$;
comment on function ledger.take_snapshots is 'Takes a snapshot of every account that has moved.';

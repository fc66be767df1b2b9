/* Lines of all members' wallets of one currency with value dates in a period, newest journal first, before a place (journal, line): amounts in minor units, positive into the wallet.
   p_wallet: one kind of wallet, or all; p_seen: only what had been committed then. Stretches of journals that hold nothing of the period are passed over by
   ledger.day_totals, the others are read some thousand numbers at a time: a page costs the same however long the book is. */
create or replace function ledger.wallet_lines(p_currency text, p_wallet text, p_from date, p_until date, p_journal bigint, p_line integer, p_limit integer, p_seen pg_snapshot default null)
returns table (journal_id bigint, line_no integer, value_on date, posted_at timestamptz, kind text, wallet text, member_id bigint, amount bigint)
language plpgsql stable security definer set search_path = '' as $$
declare
  v_step constant bigint := 20000;
  v_closed bigint := (select coalesce(max(r.closed_to), 0) from ledger.snapshot_runs r);
  v_range record;
  v_top bigint;
  v_got integer;
begin
  for v_range in
    select u.after, u.until from (
      select v_closed as after, (select coalesce(max(j.id), 0) from ledger.journals j) as until
      union all
      select r.after, r.closed_to from (select s.closed_to, lag(s.closed_to, 1, 0::bigint) over (order by s.closed_to) as after from ledger.snapshot_runs s) r
       where exists (select from ledger.day_totals t where t.closed_to = r.closed_to and t.currency = p_currency and t.value_on between p_from and p_until
               and t.account_kind = any (array['DEPOSIT', 'INTEREST', 'EARNINGS', 'EMI_RESERVE', 'INVESTED']) and (p_wallet is null or t.account_kind = p_wallet))) u
     where u.after < p_journal order by u.until desc
  loop
    v_top := least(v_range.until, p_journal);
    while v_top > v_range.after loop
      return query
        select l.journal_id, l.line_no, l.value_on, j.posted_at, j.kind::text, a.kind, a.member_id, -l.amount
          from ledger.lines l join ledger.accounts a on a.id = l.account_id join ledger.journals j on j.id = l.journal_id
         where l.journal_id > greatest(v_top - v_step, v_range.after) and l.journal_id <= v_top and (l.journal_id < p_journal or l.line_no < p_line)
           and l.value_on between p_from and p_until and a.member_id is not null and a.currency = p_currency and (p_wallet is null or a.kind = p_wallet)
           and (p_seen is null or pg_visible_in_snapshot(j.xid, p_seen))
         order by l.journal_id desc, l.line_no desc limit p_limit;
      get diagnostics v_got = row_count;
      p_limit := p_limit - v_got;
      if p_limit <= 0 then return; end if;
      v_top := v_top - v_step;
    end loop;
  end loop;
end $$;
comment on function ledger.wallet_lines is 'Lines of all members'' wallets, newest first.';

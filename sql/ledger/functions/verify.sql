/* Recomputes the books from the rows and lists every difference: accounts whose balance is not the sum of their lines, whose held
   is not the sum of their open holds, floored accounts below zero, journals that are incomplete or do not balance. Empty = true books. */
create or replace function ledger.verify() returns table (law text, object text, expected text, found text)
language sql stable security definer set search_path = '' as $$
  select 'balance is the sum of lines', 'account ' || b.account_id, coalesce(l.sum, 0)::text, b.balance::text
    from ledger.balances b
    left join (select x.account_id, sum(x.amount * a.side)::bigint as sum from ledger.lines x join ledger.accounts a on a.id = x.account_id group by 1) l on l.account_id = b.account_id
   where b.balance <> coalesce(l.sum, 0)
  union all
  select 'held is the sum of open holds', 'account ' || a.account_id, coalesce(h.sum, 0)::text, a.held::text
    from ledger.account_balances a left join (select account_id, sum(amount)::bigint as sum from ledger.holds where state = 'open' group by 1) h on h.account_id = a.account_id
   where a.held <> coalesce(h.sum, 0)
  union all
  select 'available is never below zero', 'account ' || a.id, '0', b.available::text
    from ledger.accounts a join ledger.balances b on b.account_id = a.id where a.floored and b.available < 0
  union all
  select 'a journal balances', 'journal ' || j.id, j.line_count || ' lines, 0', coalesce(l.lines, 0) || ' lines, ' || coalesce(l.off, 0)
    from ledger.journals j
    left join (select journal_id, sum(lines) as lines, sum(abs(sum)) as off from (
                 select x.journal_id, a.currency, count(*) as lines, sum(x.amount) as sum from ledger.lines x join ledger.accounts a on a.id = x.account_id group by 1, 2) c group by 1) l on l.journal_id = j.id
   where l.lines is distinct from j.line_count or l.off <> 0
  union all
  select 'a line belongs to a journal', 'line ' || l.journal_id || '/' || l.line_no, 'a journal', 'none'
    from ledger.lines l where not exists (select from ledger.journals j where j.id = l.journal_id)
$$;
comment on function ledger.verify is 'Recomputes the books from the rows and lists every difference.';

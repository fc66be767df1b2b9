/* Lines of an account with value dates in a period, both ends included, oldest first, in minor units on the account's natural side; only
   of journals numbered up to p_through. With ledger.balance_through of the day before and of the last day: opening + movements = closing. */
create or replace function ledger.statement(p_account bigint, p_from date, p_until date, p_through bigint default 9223372036854775807) returns table (journal_id bigint, line_no integer, value_on date, posted_at timestamptz, kind ledger.journal_kind, cause uuid, source_id bigint, amount bigint)
language sql stable security definer set search_path = '' set enable_seqscan = off as $$
  select l.journal_id, l.line_no, l.value_on, j.posted_at, j.kind, j.cause, l.source_id, l.amount * a.side
    from ledger.accounts a join ledger.lines l on l.account_id = a.id join ledger.journals j on j.id = l.journal_id
   where a.id = p_account and l.value_on between p_from and p_until
     and l.journal_id > (select ledger.numbered_after(p_from - 1)) and l.journal_id <= p_through
   order by l.value_on, l.journal_id, l.line_no
$$;
comment on function ledger.statement is 'Lines of an account with value dates in a period.';

/* Law: a movement that waits to be folded is a line of an appended account. The tail is short at all times, so it is looked at whole. */
create or replace function ledger.tail_faults() returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'an appended movement is a line', 'line ' || u.journal_id || '/' || u.line_no, coalesce((l.amount * b.side)::text, 'none'), u.amount::text
    from ledger.unfolded u
    left join ledger.lines l on l.account_id = u.account_id and l.journal_id = u.journal_id and l.line_no = u.line_no
    left join ledger.account_balances b on b.account_id = u.account_id
   where (u.amount, true) is distinct from (l.amount * b.side, b.appended)
$$;
comment on function ledger.tail_faults is 'Appended movements that are no lines.';

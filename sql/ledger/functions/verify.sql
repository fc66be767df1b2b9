/* Recomputes the books from the rows and lists every difference, law by law. Empty = true books. */
create or replace function ledger.verify() returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select * from ledger.balance_faults()
  union all select * from ledger.held_faults()
  union all select * from ledger.floor_faults()
  union all select * from ledger.copy_faults()
  union all select * from ledger.journal_faults()
  union all select * from ledger.line_faults()
  union all select * from ledger.tail_faults()
  union all select * from ledger.reversal_faults()
  union all select * from ledger.key_faults()
  union all select * from ledger.day_faults()
$$;
comment on function ledger.verify is 'Recomputes the books from the rows and lists every difference.';

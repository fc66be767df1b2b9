/* The balance law, once per statement that writes lines (spec 2.3):
   every journal's lines are complete (line_count), dated as the journal, written by its own transaction, on known accounts, and
   sum to zero per currency; then each account's balance moves by exactly its lines. Balances cannot drift from lines, because
   nothing else moves them. Increases of appended accounts wait in ledger.unfolded instead of locking the row everybody uses. */
create or replace function ledger.balance_lines() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v_wrong bigint;
  v_journals bigint;
  v_appended boolean;
begin
  select count(*) filter (where c.off or c.lines <> c.line_count), count(*), bool_or(c.appended) into v_wrong, v_journals, v_appended
    from (select bool_or(b.sum <> 0 or not b.fits) as off, sum(b.lines) as lines, min(b.line_count) as line_count, bool_or(b.appended) as appended
            from (select l.journal_id, a.currency, sum(l.amount) as sum, count(*) as lines, min(j.line_count) as line_count,
                         coalesce(bool_and(a.id is not null and j.xid = pg_current_xact_id() and j.value_on = l.value_on), false) as fits,
                         bool_or(a.appended) as appended
                    from new_lines l
                    left join ledger.accounts a on a.id = l.account_id
                    left join ledger.journals j on j.id = l.journal_id
                   group by l.journal_id, a.currency) b
           group by b.journal_id) c;
  if v_wrong > 0 then
    perform core.refuse('unbalanced');
  end if;
  if v_appended then
    perform ledger.append_or_fold(array(
      select (l.journal_id, l.line_no, l.account_id, l.amount * a.side)::ledger.unfolded from new_lines l join ledger.accounts a on a.id = l.account_id where a.appended));
  end if;
  update ledger.accounts a set balance = a.balance + n.moved * a.side
    from (select l.account_id, sum(l.amount)::bigint as moved from new_lines l group by l.account_id) n
   where a.id = n.account_id and not a.appended;
  return null;
end $$;
comment on function ledger.balance_lines is 'Trigger: the balance law.';

/* Refuses `unbalanced` unless the lines are whole journals of this transaction: complete, on known accounts, with the journal's date,
   zero per currency, no line zero or larger than 9 * 10^15. */
create or replace function ledger.check_lines(p_lines ledger.lines[]) returns void
language plpgsql stable as $$
begin
  if exists (
    select from (select l.journal_id, b.currency, sum(l.amount) as sum, count(*) as lines, bool_or(l.amount = 0 or abs(l.amount) > 9000000000000000) as out_of_bounds, min(j.line_count) as line_count,
                        coalesce(bool_and(b.account_id is not null and j.xid = pg_current_xact_id() and j.value_on = l.value_on), false) as fits
                   from unnest(p_lines) l
                   left join ledger.account_balances b on b.account_id = l.account_id
                   left join ledger.journals j on j.id = l.journal_id
                  group by l.journal_id, b.currency) c
     group by c.journal_id having bool_or(c.sum <> 0 or not c.fits or c.out_of_bounds) or sum(c.lines) <> min(c.line_count)) then
    perform core.refuse('unbalanced');
  end if;
end $$;
comment on function ledger.check_lines is 'Refuses lines that are not whole, balanced journals.';

/* The balance law, once per statement that writes lines (spec 2.3):
   every journal's lines are complete (line_count), dated as the journal, written by its own transaction, on known accounts, not zero,
   and sum to zero per currency; then each account's balance moves by exactly its lines. Balances cannot drift from lines, because
   nothing else moves them. Two lines on two accounts, which is nearly every statement, take a short way through the same law. */
create or replace function ledger.balance_lines() returns trigger
language plpgsql volatile as $$
declare
  v_lines ledger.lines[];
  v_one ledger.lines;
  v_two ledger.lines;
  v_wrong boolean;
  v_appended boolean;
begin
  -- Three are enough to know that there are more than two.
  select array_agg(l::ledger.lines) into v_lines from (select n.* from new_lines n limit 3) l;
  if cardinality(v_lines) = 2 then
    v_one := v_lines[1];
    v_two := v_lines[2];
    if v_one.amount = -v_two.amount and v_one.amount <> 0 and abs(v_one.amount) <= 9000000000000000 and v_one.account_id <> v_two.account_id
       and v_one.journal_id = v_two.journal_id and v_one.value_on = v_two.value_on
       and exists (select from ledger.journals j where j.id = v_one.journal_id and j.line_count = 2 and j.value_on = v_one.value_on and j.xid = pg_current_xact_id()) then
      if ledger.balance_line(v_one) <> ledger.balance_line(v_two) then
        perform core.refuse('unbalanced');
      end if;
      return null;
    end if;
  end if;
  select bool_or(j.wrong), bool_or(j.appended) into v_wrong, v_appended from (
    select bool_or(c.sum <> 0 or not c.fits) or sum(c.lines) <> min(c.line_count) as wrong, bool_or(c.appended) as appended
      from (select l.journal_id, b.currency, sum(l.amount) as sum, count(*) as lines, min(j.line_count) as line_count, bool_or(b.appended) as appended,
                   coalesce(bool_and(b.account_id is not null and j.xid = pg_current_xact_id() and j.value_on = l.value_on and l.amount <> 0 and abs(l.amount) <= 9000000000000000), false) as fits
              from new_lines l
              left join ledger.account_balances b on b.account_id = l.account_id
              left join ledger.journals j on j.id = l.journal_id
             group by l.journal_id, b.currency) c
     group by c.journal_id) j;
  if v_wrong then
    perform core.refuse('unbalanced');
  end if;
  update ledger.account_balances b set balance = b.balance + n.moved * b.side
    from (select l.account_id, sum(l.amount)::bigint as moved from new_lines l group by l.account_id) n
   where b.account_id = n.account_id and not b.appended;
  if v_appended then
    perform ledger.append_or_fold(array(
      select (l.journal_id, l.line_no, l.account_id, l.amount)::ledger.unfolded from new_lines l join ledger.account_balances b on b.account_id = l.account_id where b.appended));
  end if;
  return null;
end $$;
comment on function ledger.balance_lines is 'Trigger: the balance law.';

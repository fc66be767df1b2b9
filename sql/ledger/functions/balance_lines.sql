/* The balance law, once per statement that writes lines (spec 2.3):
   every journal's lines are complete (line_count), dated as the journal, written by its own transaction, on known accounts, not zero,
   and sum to zero per currency; then each account's balance moves by exactly its lines. Balances cannot drift from lines, because
   nothing else moves them. Two lines on two accounts, which is nearly every statement, take a short way through the same law. */
create or replace function ledger.balance_lines() returns trigger
language plpgsql as $$
declare
  v_lines ledger.lines[];
  v_one ledger.lines;
  v_two ledger.lines;
begin
  select array_agg(l::ledger.lines) into v_lines from (select n.* from new_lines n) l;
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
  perform ledger.check_lines(v_lines);
  update ledger.account_balances b set balance = b.balance + n.moved * b.side
    from (select l.account_id, sum(l.amount)::bigint as moved from unnest(v_lines) l group by l.account_id) n
   where b.account_id = n.account_id and not b.appended;
  perform ledger.append_or_fold(array(
    select (l.journal_id, l.line_no, l.account_id, l.amount)::ledger.unfolded from unnest(v_lines) l join ledger.account_balances b on b.account_id = l.account_id where b.appended));
  return null;
end $$;
comment on function ledger.balance_lines is 'Trigger: the balance law.';

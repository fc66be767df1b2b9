/* The balance law, once per statement that writes lines (spec 2.3): every journal's lines are complete (line_count), dated as the
   journal, written by its own transaction, on known accounts, not zero, and sum to zero per currency. Two lines of one journal, which is
   nearly every statement, need no grouping; many lines of one journal in one currency, which is nearly every line, need one pass over the
   index of accounts. Accounts and journals are never read whole: a plan made for a large statement would do so for a small one. */
create or replace function ledger.balance_lines() returns trigger
language plpgsql volatile set enable_seqscan = off as $$
declare
  v_two record;
  v_one record;
begin
  select count(*) = 2 and min(l.journal_id) = max(l.journal_id) and min(l.amount) = -max(l.amount) and max(l.amount) between 1 and 9000000000000000 and min(l.value_on) = max(l.value_on) as fit,
         min(l.journal_id) as journal, min(l.account_id) as one, max(l.account_id) as other, min(l.value_on) as value_on into v_two from (select * from new_lines limit 3) l;
  if v_two.fit and exists (
    select from ledger.journals j where j.id = v_two.journal and j.line_count = 2 and j.value_on = v_two.value_on and j.xid = pg_current_xact_id()
       and (select b.currency from ledger.account_balances b where b.account_id = v_two.one) = (select b.currency from ledger.account_balances b where b.account_id = v_two.other)) then
    return null;
  end if;
  select min(l.journal_id) = max(l.journal_id) and sum(l.amount) = 0 and bool_and(l.amount <> 0 and abs(l.amount) <= 9000000000000000) and min(l.value_on) = max(l.value_on) as fit,
         min(l.journal_id) as journal, min(l.value_on) as value_on, count(*) as lines, array_agg(l.account_id) as accounts into v_one from new_lines l;
  if v_one.fit and exists (
    select from ledger.journals j where j.id = v_one.journal and j.line_count = v_one.lines and j.value_on = v_one.value_on and j.xid = pg_current_xact_id()
       and (select count(*) = (select count(distinct u) from unnest(v_one.accounts) u) and bool_and(b.currency = (select x.currency from ledger.account_balances x where x.account_id = v_one.accounts[1]))
              from ledger.account_balances b where b.account_id = any (v_one.accounts))) then
    return null;
  end if;
  if exists (
    select from (
      select l.journal_id, sum(l.amount) as sum, count(*) as lines, bool_and(l.amount <> 0 and abs(l.amount) <= 9000000000000000) as fits, min(l.value_on) as first_on, max(l.value_on) as last_on,
             (select x.currency from ledger.account_balances x where x.account_id = l.account_id) as currency
        from new_lines l group by 1, currency) c
    left join lateral (select x.line_count, x.value_on from ledger.journals x where x.id = c.journal_id and x.xid = pg_current_xact_id() offset 0) j on true
    group by c.journal_id
    having not coalesce(bool_and(c.sum = 0 and c.fits and c.currency is not null and c.first_on = j.value_on and c.last_on = j.value_on), false) or sum(c.lines) <> min(j.line_count)) then
    perform core.refuse('unbalanced');
  end if;
  return null;
end $$;
comment on function ledger.balance_lines is 'Trigger: the balance law.';

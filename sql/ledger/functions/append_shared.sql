/* Movements of the shared accounts among a journal's lines; the others have been moved. What only increases (or may go below zero) waits
   in ledger.unfolded, so that nobody queues for the row; a decrease of a floored account, whose row ledger.move_balances has locked, is
   refused when there is not enough, and folds what has been appended. */
create or replace function ledger.append_shared(p_journal bigint, p_lines ledger.line[]) returns void
language plpgsql volatile set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  v_ids bigint[];
  v_id bigint;
begin
  v_ids := array(
    select b.account_id from (select l.account_id, sum(l.amount)::bigint as moved from unnest(p_lines) l group by l.account_id) n
      join ledger.account_balances b on b.account_id = n.account_id where b.appended and b.floored and n.moved * b.side < 0 order by 1);
  if v_ids <> '{}' then
    perform ledger.explain_shortage(array(select l from unnest(p_lines) l where l.account_id = any (v_ids)));
  end if;
  insert into ledger.unfolded (journal_id, line_no, account_id, amount)
  select p_journal, l.n, l.account_id, l.amount * b.side
    from unnest(p_lines) with ordinality l (account_id, amount, source_id, n) join ledger.account_balances b on b.account_id = l.account_id where b.appended;
  foreach v_id in array v_ids loop
    perform ledger.fold_account(v_id);
  end loop;
end $$;
comment on function ledger.append_shared is 'Moves the shared accounts among a journal''s lines.';

/* Movements of appended accounts, amounts signed as on their lines; other accounts' are passed over. What only increases (or may go
   below zero) waits in ledger.unfolded, so that nobody queues for the row; a decrease of a floored account locks the row, is refused
   when there is not enough, and folds what has been appended. */
create or replace function ledger.append_or_fold(p_moves ledger.unfolded[]) returns void
language plpgsql volatile as $$
declare
  v_down record;
  v_ids bigint[] := '{}';
  v_id bigint;
begin
  for v_down in
    select m.account_id as id, sum(m.amount)::bigint as moved
      from unnest(p_moves) m cross join lateral (select x.side, x.appended, x.floored from ledger.account_balances x where x.account_id = m.account_id offset 0) b
     where b.appended and b.floored group by m.account_id having sum(m.amount * b.side) < 0 order by m.account_id
  loop
    perform from ledger.account_balances where account_id = v_down.id for no key update;
    perform ledger.explain_shortage(array[(v_down.id, v_down.moved, null)::ledger.line]);
    v_ids := v_ids || v_down.id;
  end loop;
  insert into ledger.unfolded (journal_id, line_no, account_id, amount)
  select m.journal_id, m.line_no, m.account_id, m.amount * b.side
    from unnest(p_moves) m cross join lateral (select x.side, x.appended from ledger.account_balances x where x.account_id = m.account_id offset 0) b where b.appended;
  foreach v_id in array v_ids loop
    perform ledger.fold_account(v_id);
  end loop;
end $$;
comment on function ledger.append_or_fold is 'Moves appended accounts without locking them where that is safe.';

/* Movements of appended accounts: what only increases (or may go below zero) is appended; a decrease of a floored account locks
   the row, folds what has been appended, and is refused when there is not enough. */
create or replace function ledger.append_or_fold(p_moves ledger.unfolded[]) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare v_down record;
begin
  for v_down in
    select a.id, a.side, sum(m.amount)::bigint as moved from unnest(p_moves) m join ledger.accounts a on a.id = m.account_id
     where a.floored group by a.id having sum(m.amount) < 0 order by a.id
  loop
    perform ledger.fold_account(v_down.id);
    if exists (select from ledger.accounts a where a.id = v_down.id and a.balance - a.held + v_down.moved < 0) then
      perform ledger.explain_shortage(array[(v_down.id, v_down.moved * v_down.side, null)::ledger.line]);
    end if;
    update ledger.accounts set balance = balance + v_down.moved where id = v_down.id;
    p_moves := array(select m from unnest(p_moves) m where m.account_id <> v_down.id);
  end loop;
  insert into ledger.unfolded select m.journal_id, m.line_no, m.account_id, m.amount from unnest(p_moves) m;
end $$;
comment on function ledger.append_or_fold is 'Moves appended accounts without locking them where that is safe.';

/* The rest of the caller's move of which only some of the two accounts (p_moved) could be moved: a shared account's increase is appended.
   Amount in minor units. An unknown account and a shared one that would decrease are `unbalanced`. */
create or replace function ledger.append_move(p_journal bigint, p_debit bigint, p_credit bigint, p_amount bigint, p_moved integer) returns void
language plpgsql volatile set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare v_appended integer;
begin
  insert into ledger.unfolded (journal_id, line_no, account_id, amount)
  select p_journal, l.line_no, l.account_id, l.amount * b.side
    from (values (p_debit, p_amount, 1), (p_credit, -p_amount, 2)) l (account_id, amount, line_no)
    join ledger.account_balances b on b.account_id = l.account_id
   where b.appended and (not b.floored or l.amount * b.side > 0);
  get diagnostics v_appended = row_count;
  if p_moved + v_appended <> 2 then
    perform core.refuse('unbalanced');
  end if;
end $$;
comment on function ledger.append_move is 'The rest of a move between accounts not all of which are locked.';

/* The rest of the caller's move of which only some of the two accounts (p_moved) could be moved: an account that is short is named in a
   refusal, a shared account's increase is appended. Amount in minor units. A shared account that would decrease is `unbalanced` here. */
create or replace function ledger.append_move(p_actor bigint, p_key uuid, p_journal bigint, p_debit bigint, p_credit bigint, p_amount bigint, p_moved integer) returns void
language plpgsql volatile set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  v_lines ledger.line[] := array[(p_debit, p_amount, null)::ledger.line, (p_credit, -p_amount, null)::ledger.line];
  v_appended integer;
  v_late integer;
begin
  -- One account on both sides has been moved by one of them only.
  if p_debit = p_credit then
    perform core.refuse('unbalanced');
  end if;
  insert into ledger.unfolded (journal_id, line_no, account_id, amount)
  select p_journal, l.line_no, l.account_id, l.amount * b.side
    from (values (p_debit, p_amount, 1), (p_credit, -p_amount, 2)) l (account_id, amount, line_no)
    join ledger.account_balances b on b.account_id = l.account_id
   where b.appended and (not b.floored or l.amount * b.side > 0);
  get diagnostics v_appended = row_count;
  if p_moved + v_appended = 2 then
    return;
  end if;
  -- What was moved stands there with its new balance and is not what was short: it was written by this transaction, and after the key.
  v_lines := array(select l from unnest(v_lines) l where not exists (
    select from ledger.account_balances b join ledger.request_keys k on k.xmin = b.xmin and b.cmin::text::bigint > k.cmin::text::bigint
     where b.account_id = l.account_id and k.actor_id = p_actor and k.operation = 'move' and k.key = p_key));
  perform ledger.explain_shortage(v_lines);
  -- It was short, and its money has come meanwhile.
  update ledger.account_balances b set balance = b.balance + l.amount * b.side
    from unnest(v_lines) l where b.account_id = l.account_id and not b.appended and l.amount * b.side < 0 and b.balance - b.held + l.amount * b.side >= b.floor;
  get diagnostics v_late = row_count;
  if p_moved + v_appended + v_late <> 2 then
    perform ledger.explain_shortage(v_lines);
    perform core.refuse('unbalanced');
  end if;
end $$;
comment on function ledger.append_move is 'The rest of a move between accounts not all of which are locked.';

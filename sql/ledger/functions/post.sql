/* Posts one journal of two or more lines and answers its id. Amounts in minor units, debit above zero. Locks and moves every account in
   ascending order before it draws the number and the time; a caller that posts several journals locks all their accounts first. A hold
   that is named (p_hold, on the first line's account, which has the highest id) is captured at p_at when the other accounts have moved.
   Refuses: `insufficient_available` when a member's wallet would go below what is held, `treasury_short`, `method_short` or
   `insufficient_funds` for operator accounts, `unbalanced`. */
create or replace function ledger.post(p_kind ledger.journal_kind, p_value_on date, p_actor bigint, p_cause uuid, p_lines ledger.line[], p_reverses bigint default null, p_hold uuid default null, p_at timestamptz default null) returns bigint
language plpgsql volatile set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  -- Before the number is drawn: that is what lets ledger.seal say which numbers can still appear.
  v_xid xid8 := pg_current_xact_id();
  v_shared boolean;
  v_id bigint;
begin
  if p_hold is null then
    v_shared := ledger.move_balances(p_lines);
  else
    v_shared := ledger.move_balances(p_lines[2:]);
    perform ledger.end_hold(p_hold, 'captured', p_at);
    v_shared := ledger.move_balances(p_lines[:1]) or v_shared;
  end if;
  v_id := nextval('ledger.journal_ids');
  insert into ledger.journals (id, posted_at, xid, actor_id, kind, value_on, line_count, reverses_id, cause)
  values (v_id, ledger.posting_time(), v_xid, p_actor, p_kind, p_value_on, cardinality(p_lines), p_reverses, p_cause);
  insert into ledger.lines (journal_id, account_id, amount, source_id, line_no, value_on)
  select v_id, l.account_id, l.amount, l.source_id, l.n, p_value_on from unnest(p_lines) with ordinality l (account_id, amount, source_id, n);
  if v_shared then
    perform ledger.append_shared(v_id, p_lines);
  end if;
  return v_id;
end $$;
comment on function ledger.post is 'Posts one journal.';

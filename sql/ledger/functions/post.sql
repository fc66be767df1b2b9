/* Posts one journal of two or more lines and answers its id. Amounts in minor units, debit above zero. Locks every account that can be
   refused before it draws the number and the time, unless the caller has locked them all (a batch, which has to take all its locks at
   once). Refuses: `insufficient_available` when a member's wallet would go below what is held, `treasury_short`, `method_short` or
   `insufficient_funds` for operator accounts. */
create or replace function ledger.post(p_kind ledger.journal_kind, p_value_on date, p_actor bigint, p_cause uuid, p_lines ledger.line[], p_reverses bigint default null, p_locked boolean default false) returns bigint
language plpgsql volatile set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare v_id bigint;
begin
  if not p_locked and ledger.lock_lines(p_lines) then
    perform ledger.explain_shortage(p_lines);
  end if;
  v_id := nextval('ledger.journal_ids');
  insert into ledger.journals (id, posted_at, actor_id, kind, value_on, line_count, reverses_id, cause)
  values (v_id, ledger.posting_time(), p_actor, p_kind, p_value_on, cardinality(p_lines), p_reverses, p_cause);
  insert into ledger.lines (journal_id, account_id, amount, source_id, line_no, value_on)
  select v_id, l.account_id, l.amount, l.source_id, l.n, p_value_on from unnest(p_lines) with ordinality l (account_id, amount, source_id, n);
  return v_id;
end $$;
comment on function ledger.post is 'Posts one journal.';

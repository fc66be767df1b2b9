/* Keyed two-line journals, all or none of them, and their ids in the same order: ledger.move for many at once, with one statement a
   table. What was posted before under its key is not posted again; its id is answered. An account is locked once, tested and moved by what
   all moves together do to it. A shared account may only be increased. Amounts in minor units. Refuses like ledger.move. */
create or replace function ledger.move_many(p_moves ledger.movement[]) returns bigint[]
language plpgsql volatile set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  -- Before the numbers are drawn: that is what lets ledger.seal say which numbers can still appear.
  v_xid xid8 := pg_current_xact_id();
  v_at timestamptz;
  v_ids bigint[] := array(select nextval('ledger.journal_ids') from generate_series(1, cardinality(p_moves)));
  v_new bigint[];
  v_answer bigint[] := v_ids;
  v_lines ledger.line[];
  v_shared boolean;
begin
  if exists (select from unnest(p_moves) m where m.debit_id = m.credit_id) then
    perform core.refuse('unbalanced');
  end if;
  -- In the order of the keys: two batches with keys in common wait for each other in one direction.
  with k as (
    insert into ledger.request_keys (actor_id, operation, key, fingerprint, outcome)
    select m.actor_id, 'move', m.key, ledger.move_print(m.kind, m.debit_id, m.credit_id, m.amount), to_jsonb(m.id)
      from rows from (unnest(p_moves), unnest(v_ids)) m (actor_id, key, kind, value_on, debit_id, credit_id, amount, id) order by m.actor_id, m.key on conflict do nothing returning outcome)
  select coalesce(array_agg(k.outcome::bigint), '{}') into v_new from k;
  if cardinality(v_new) < cardinality(p_moves) then
    v_answer := array(select case when m.id = any (v_new) then m.id else ledger.move_again(m.actor_id, m.key, ledger.move_print(m.kind, m.debit_id, m.credit_id, m.amount)) end
      from rows from (unnest(p_moves), unnest(v_ids)) with ordinality m (actor_id, key, kind, value_on, debit_id, credit_id, amount, id, n) order by m.n);
  end if;
  if v_new = '{}' then
    return v_answer;
  end if;
  v_lines := array(select (a.account_id, a.amount, m.id)::ledger.line from rows from (unnest(p_moves), unnest(v_ids)) m (actor_id, key, kind, value_on, debit_id, credit_id, amount, id),
    lateral (values (m.debit_id, m.amount), (m.credit_id, -m.amount)) a (account_id, amount) where m.id = any (v_new));
  v_shared := ledger.move_balances(v_lines);
  v_at := ledger.posting_time();
  insert into ledger.journals (id, posted_at, xid, actor_id, kind, value_on, line_count)
  select m.id, v_at, v_xid, m.actor_id, m.kind, m.value_on, 2 from rows from (unnest(p_moves), unnest(v_ids)) m (actor_id, key, kind, value_on, debit_id, credit_id, amount, id) where m.id = any (v_new);
  insert into ledger.lines (journal_id, account_id, amount, line_no, value_on)
  select m.id, a.account_id, a.amount, a.line_no, m.value_on from rows from (unnest(p_moves), unnest(v_ids)) m (actor_id, key, kind, value_on, debit_id, credit_id, amount, id),
    lateral (values (m.debit_id, m.amount, 1), (m.credit_id, -m.amount, 2)) a (account_id, amount, line_no) where m.id = any (v_new);
  if v_shared then
    if exists (select from unnest(v_lines) l join ledger.account_balances b on b.account_id = l.account_id where b.appended and b.floored and l.amount * b.side < 0) then
      perform core.refuse('unbalanced');
    end if;
    insert into ledger.unfolded (journal_id, line_no, account_id, amount)
    select l.source_id, case when l.amount > 0 then 1 else 2 end, l.account_id, l.amount * b.side from unnest(v_lines) l join ledger.account_balances b on b.account_id = l.account_id where b.appended;
  end if;
  return v_answer;
end $$;
comment on function ledger.move_many is 'Keyed two-line journals, all or none.';

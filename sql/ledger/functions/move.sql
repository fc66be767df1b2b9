/* A keyed two-line journal, the fast path: debit account, credit account, amount in minor units. One call, all guards: request key with
   fingerprint, locks in account order, balance law, append-only. Answers the journal's id, the same again for the same key and body.
   Refuses `key_reuse` and the shortages of ledger.refuse_short. Whoever waits for a key holds no account yet. One update locks, tests and
   moves both accounts: an index scan for two keys visits them in order, which is why other scans are switched off. An account that is
   short refuses where its balance is computed, so that none is passed over and locked out of its turn later. A shared account may only
   be increased here: its decrease has to be locked in its turn, which ledger.post does. */
create or replace function ledger.move(p_actor bigint, p_key uuid, p_kind ledger.journal_kind, p_value_on date, p_debit bigint, p_credit bigint, p_amount bigint) returns bigint
language plpgsql volatile set enable_seqscan = off set enable_bitmapscan = off set plan_cache_mode = force_generic_plan as $$
declare
  -- Before the number is drawn: that is what lets ledger.seal say which numbers can still appear.
  v_xid xid8 := pg_current_xact_id();
  v_id bigint := nextval('ledger.journal_ids');
  v_moved integer;
begin
  if p_debit = p_credit then
    perform core.refuse('unbalanced');
  end if;
  insert into ledger.request_keys (actor_id, operation, key, fingerprint, outcome)
  values (p_actor, 'move', p_key, ledger.move_print(p_kind, p_debit, p_credit, p_amount), to_jsonb(v_id)) on conflict do nothing;
  if not found then
    return ledger.move_again(p_actor, p_key, ledger.move_print(p_kind, p_debit, p_credit, p_amount));
  end if;
  update ledger.account_balances b
     set balance = case when b.balance - b.held + case b.account_id when p_debit then p_amount else -p_amount end * b.side >= b.floor
                        then b.balance + case b.account_id when p_debit then p_amount else -p_amount end * b.side
                        else ledger.refuse_short(b.account_id, b.balance - b.held) end
   where b.account_id in (p_debit, p_credit) and not b.appended;
  get diagnostics v_moved = row_count;
  if v_moved < 2 then
    perform ledger.append_move(v_id, p_debit, p_credit, p_amount, v_moved);
  end if;
  insert into ledger.journals (id, posted_at, xid, actor_id, kind, value_on, line_count)
  select v_id, coalesce(c.frozen_at, clock_timestamp() + c.shift), v_xid, p_actor, p_kind, p_value_on, 2 from core.clock c;
  insert into ledger.lines (journal_id, account_id, amount, line_no, value_on)
  values (v_id, p_debit, p_amount, 1, p_value_on), (v_id, p_credit, -p_amount, 2, p_value_on);
  return v_id;
end $$;
comment on function ledger.move is 'A keyed two-line journal.';

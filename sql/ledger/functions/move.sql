/* A keyed two-line journal, the fast path: debit account, credit account, amount in minor units. One call, all guards: locks in
   account order, request key with fingerprint, balance law, append-only. Answers the journal's id, the same again for the same key
   and body. Refuses `key_reuse` and the shortages of ledger.post. The key is claimed after the locks, when the number is known:
   whoever waits for a key holds nothing that the other still wants. Key, journal and lines are one statement, because starting a
   statement costs more than what it does here. Plans are kept from scanning: one made while a table is young would stay when it has grown. */
create or replace function ledger.move(p_actor bigint, p_key uuid, p_kind ledger.journal_kind, p_value_on date, p_debit bigint, p_credit bigint, p_amount bigint) returns bigint
language plpgsql volatile set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  v_id bigint;
  v_short boolean;
begin
  select bool_or(a.floored and not a.appended and a.balance - a.held + case a.account_id when p_debit then p_amount else -p_amount end * a.side < 0) into v_short
    from (select account_id, floored, appended, side, balance, held from ledger.account_balances
           where account_id in (p_debit, p_credit) and (not appended or (floored and side = case account_id when p_debit then -1 else 1 end))
           order by account_id for no key update) a;
  if v_short then
    return ledger.move_again(p_actor, p_key, p_kind, p_value_on, p_debit, p_credit, p_amount);
  end if;
  v_id := nextval('ledger.journal_ids');
  with claimed as (
    insert into ledger.request_keys (actor_id, operation, key, fingerprint, outcome)
    values (p_actor, 'move', p_key, ledger.move_print(p_kind, p_value_on, p_debit, p_credit, p_amount), to_jsonb(v_id)) on conflict do nothing returning 1),
  journal as (
    insert into ledger.journals (id, posted_at, actor_id, kind, value_on, line_count)
    select v_id, coalesce(c.frozen_at, clock_timestamp() + c.shift), p_actor, p_kind, p_value_on, 2 from claimed, core.clock c returning 1)
  insert into ledger.lines (journal_id, account_id, amount, line_no, value_on)
  select v_id, l.account_id, l.amount, l.line_no, p_value_on from journal, (values (p_debit, p_amount, 1), (p_credit, -p_amount, 2)) l (account_id, amount, line_no);
  if not found then
    return ledger.move_again(p_actor, p_key, p_kind, p_value_on, p_debit, p_credit, p_amount);
  end if;
  return v_id;
end $$;
comment on function ledger.move is 'A keyed two-line journal.';

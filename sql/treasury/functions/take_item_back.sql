/* Takes back what an item paid, because what earned it is reversed. One that still waits is withdrawn and nothing moves. Of a posted one the
   holds end, what its accounts have available of their parts goes back to the treasury that paid, and what is missing is owed and written into
   the clawback accounts. Answers the journal (null: nothing moved) and what is missing, minor units. Refuses `already_decided`. */
create or replace function treasury.take_item_back(p_item bigint, p_value_on date, p_cause uuid, p_at timestamptz, out journal_id bigint, out missing bigint)
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_item treasury.items;
  v_currency text;
  v_first bigint;
  v_other bigint;
  v_lines ledger.line[];
begin
  missing := 0;
  -- The queue first, as settling does: what is being posted now is seen as posted.
  select q.currency into v_currency from treasury.queues q where q.account_id = (select i.queue_id from treasury.items i where i.id = p_item) for no key update;
  update treasury.items set state = 'withdrawn' where id = p_item and state = 'awaiting';
  if found then return; end if;
  select * into v_item from treasury.items where id = p_item and state = 'posted';
  if not found then perform core.refuse('already_decided'); end if;
  perform ledger.lock_accounts(array_remove(array[v_item.credit_account_id, v_item.other_account_id, v_item.queue_id], null));
  perform ledger.end_hold(h.id, 'released', p_at) from ledger.holds h where h.subject = v_item.public_id and h.state = 'open';
  v_first := least(v_item.amount - coalesce(v_item.other_amount, 0), (select greatest(b.balance - b.held, 0) from ledger.account_balances b where b.account_id = v_item.credit_account_id));
  v_other := coalesce(least(v_item.other_amount, (select greatest(b.balance - b.held, 0) from ledger.account_balances b where b.account_id = v_item.other_account_id)), 0);
  missing := v_item.amount - v_first - v_other;
  select array_agg((l.account_id, l.amount, v_item.id)::ledger.line order by l.no) into v_lines from (values
    (1, v_item.credit_account_id, v_first), (2, v_item.other_account_id, v_other), (3, v_item.queue_id, -v_first - v_other),
    (4, ledger.operator_account('clawback_receivable', v_currency), missing), (5, ledger.operator_account('clawback_contra', v_currency), -missing)) l (no, account_id, amount)
   where l.amount <> 0;
  journal_id := ledger.post('reversal', p_value_on, null, p_cause, v_lines);
  perform treasury.owe((select a.member_id from ledger.accounts a where a.id = v_item.credit_account_id), v_currency, missing, p_cause, p_at);
  perform outbox.enqueue('treasury__settle', jsonb_build_object('treasury', v_item.queue_id::text));
end $$;
comment on function treasury.take_item_back is 'Takes back what an item paid.';

/* The operator takes the free part of a treasury back: nothing that is held or that somebody waits for (`treasury_short`). */
create or replace function treasury.take_back(p_name text, p_currency text, p_amount bigint, p_bank_account bigint, p_value_on date, p_actor bigint, p_cause uuid) returns bigint
language plpgsql volatile security definer set search_path = '' as $$
declare v_queue bigint := treasury.queue(p_name, p_currency); v_free bigint;
begin
  perform from treasury.queues where account_id = v_queue for no key update;
  v_free := treasury.free_money(v_queue);
  if v_free < p_amount then
    perform core.refuse('treasury_short', 'amount', jsonb_build_object('available', core.format_amount(greatest(v_free, 0), p_currency), 'currency', p_currency));
  end if;
  return ledger.post('treasury_return', p_value_on, p_actor, p_cause,
    array[(v_queue, p_amount, null)::ledger.line, (p_bank_account, -p_amount, null)::ledger.line]);
end $$;
comment on function treasury.take_back is 'Takes free money of a treasury back.';

/* Sets money of a treasury aside for one contract (plan rail): outside the queue, outside free money. `treasury_short` without
   enough. Call it before locking accounts: the queue's lock comes first. Answers the hold. */
create or replace function treasury.earmark(p_queue bigint, p_amount bigint, p_subject uuid, p_at timestamptz) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare v_free bigint; v_currency text;
begin
  select currency into v_currency from treasury.queues where account_id = p_queue for no key update;
  v_free := treasury.free_money(p_queue);
  if v_free < p_amount then
    perform core.refuse('treasury_short', null, jsonb_build_object('needed', core.format_amount(p_amount, v_currency), 'currency', v_currency));
  end if;
  return ledger.place_hold(p_queue, p_amount, 'earmark', p_subject, p_at);
end $$;
comment on function treasury.earmark is 'Sets treasury money aside for one contract.';

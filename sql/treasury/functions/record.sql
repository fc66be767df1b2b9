/* Records money earned, to be posted from its treasury as soon as the whole item can be paid (spec 2.5). It waits behind older items
   even if the money would suffice for it. Amount in minor units; (kind, source order, k) is recorded once. A part of the amount may go to another
   account, and a part of what the first one gets may be held as reserve. Answers the item's id. */
create or replace function treasury.record(p_treasury text, p_currency text, p_kind ledger.journal_kind, p_credit_account bigint, p_amount bigint, p_value_on date, p_source_order bigint, p_k integer, p_cause uuid, p_at timestamptz, p_hold_reason text default null, p_other_account bigint default null, p_other_amount bigint default null, p_reserve bigint default null) returns bigint
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_id bigint;
  v_queue bigint := treasury.queue(p_treasury, p_currency);
begin
  insert into treasury.items (queue_id, journal_kind, credit_account_id, amount, value_on, source_order, k, cause, recorded_at, hold_reason, other_account_id, other_amount, reserve_amount)
  values (v_queue, p_kind, p_credit_account, p_amount, p_value_on, p_source_order, p_k, p_cause, p_at, p_hold_reason, p_other_account, p_other_amount, p_reserve)
  returning id into v_id;
  perform outbox.enqueue('treasury__settle', jsonb_build_object('treasury', v_queue::text));
  return v_id;
end $$;
comment on function treasury.record is 'Records money earned; it is posted when its treasury can pay.';

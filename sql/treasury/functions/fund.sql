/* The operator's own money, already paid into the client account of a method, becomes a treasury's. Answers the journal. */
create or replace function treasury.fund(p_name text, p_currency text, p_amount bigint, p_bank_account bigint, p_value_on date, p_actor bigint, p_cause uuid) returns bigint
language plpgsql volatile security definer set search_path = '' as $$
declare v_queue bigint := treasury.queue(p_name, p_currency); v_id bigint;
begin
  v_id := ledger.post('treasury_funding', p_value_on, p_actor, p_cause,
    array[(p_bank_account, p_amount, null)::ledger.line, (v_queue, -p_amount, null)::ledger.line]);
  perform outbox.enqueue('treasury__settle', jsonb_build_object('treasury', v_queue::text));
  return v_id;
end $$;
comment on function treasury.fund is 'Funds a treasury.';

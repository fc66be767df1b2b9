/* Writes a claimed key's outcome, once, in the transaction that claimed it, and answers it. */
create or replace function ledger.keep_outcome(p_actor bigint, p_operation text, p_key uuid, p_outcome jsonb) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
begin
  update ledger.request_keys set outcome = p_outcome where actor_id = p_actor and operation = p_operation and key = p_key and outcome is null;
  return p_outcome;
end $$;
comment on function ledger.keep_outcome is 'Writes a claimed key''s outcome.';

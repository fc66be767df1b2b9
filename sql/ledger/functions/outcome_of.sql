/* Outcome of a key used before, without claiming it; null when it is new. Same key with another body: `key_reuse`. For commands that
   must look at a one-time code before they claim: a repetition finds the code used, and has to be answered all the same. */
create or replace function ledger.outcome_of(p_actor bigint, p_operation text, p_key uuid, p_body jsonb) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare v_known ledger.request_keys;
begin
  select * into v_known from ledger.request_keys where actor_id = p_actor and operation = p_operation and key = p_key;
  if not found then return null; end if;
  if v_known.fingerprint <> core.fingerprint(p_body) then
    perform core.refuse('key_reuse', 'key');
  end if;
  return coalesce(v_known.outcome, '{}');
end $$;
comment on function ledger.outcome_of is 'Outcome of a key used before.';

/* Claims a request key for an operation, once and for ever (spec 2.3). Null: it is ours, go on. Otherwise the outcome of the first
   use, to be answered again without a second effect. Same key with another body: `key_reuse`. A simultaneous first use is waited for. */
create or replace function ledger.claim_key(p_actor bigint, p_operation text, p_key uuid, p_body jsonb) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_print uuid := core.fingerprint(p_body);
  v_known ledger.request_keys;
begin
  if p_key is null then
    perform core.refuse('invalid_input', 'key');
  end if;
  insert into ledger.request_keys (actor_id, operation, key, fingerprint) values (p_actor, p_operation, p_key, v_print)
  on conflict do nothing;
  if found then return null; end if;
  select * into v_known from ledger.request_keys where actor_id = p_actor and operation = p_operation and key = p_key;
  if v_known.fingerprint <> v_print then
    perform core.refuse('key_reuse', 'key');
  end if;
  return coalesce(v_known.outcome, '{}');
end $$;
comment on function ledger.claim_key is 'Claims a request key; answers the first outcome when it was used before.';

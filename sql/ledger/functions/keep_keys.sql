/* Request keys are kept: only a missing outcome may be filled in. */
create or replace function ledger.keep_keys() returns trigger
language plpgsql volatile set search_path = '' as $$
begin
  if tg_op = 'UPDATE' and old.outcome is null and (new.actor_id, new.operation, new.key, new.fingerprint) = (old.actor_id, old.operation, old.key, old.fingerprint) then
    return new;
  end if;
  perform core.refuse('immutable', null, jsonb_build_object('table', 'ledger.request_keys', 'operation', tg_op));
  return null;
end $$;
comment on function ledger.keep_keys is 'Trigger: request keys are kept.';

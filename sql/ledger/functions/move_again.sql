/* What ledger.move answers when its key was used before: the first outcome, or `key_reuse` for another body (its fingerprint). */
create or replace function ledger.move_again(p_actor bigint, p_key uuid, p_print uuid) returns bigint
language plpgsql volatile as $$
declare v_known ledger.request_keys;
begin
  select * into v_known from ledger.request_keys where actor_id = p_actor and operation = 'move' and key = p_key;
  if v_known.fingerprint <> p_print then
    perform core.refuse('key_reuse', 'key');
  end if;
  return v_known.outcome::bigint;
end $$;
comment on function ledger.move_again is 'What a move answers for a key used before.';

/* Proves the new mailbox of a recovery by the words mailed to it, while its request waits. Twice is once. */
create or replace function desk.auth_recovery_prove(p_words text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v_look jsonb := desk.auth_recovery_look(p_words);
begin
  if v_look ->> 'state' = 'open' then
    update identity.recoveries set proven_at = clock_timestamp() where words_hash = sha256(convert_to(p_words, 'UTF8')) and proven_at is null;
    return '{"outcome": "proven"}';
  end if;
  return jsonb_build_object('outcome', v_look ->> 'state');
end $$;
comment on function desk.auth_recovery_prove is 'Proves the new mailbox of a recovery.';

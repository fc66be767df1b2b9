/* Notes that a passkey has signed the words of a challenge, which the application has verified. Answers answered | counter | refused:
   `counter` when the passkey counts its signatures and this is not a later one, so that somebody may have a copy of it; `refused` for a removed
   passkey, another person's, and a challenge that was not offered to one, is over, or was begun in another session or browser. The same
   signature again is answered the same: what it stands for, and that it stands for one thing once, is decided by identity.try_challenge. */
create or replace function identity.answer_with_passkey(p_challenge uuid, p_mac text, p_browser text, p_passkey uuid, p_counter bigint, p_actor bigint, p_session uuid) returns text
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_counter bigint;
begin
  if p_counter is null or p_counter not between 0 and 4294967295 then perform core.refuse('invalid_input', 'passkey'); end if;
  -- Held until the end: of two posts of the same form the second sees what the first has noted.
  select p.counter into v_counter from identity.passkeys p where p.id = p_passkey and p.actor_id = p_actor and p.removed_at is null for update;
  if not found then return 'refused'; end if;
  if v_counter = p_counter and exists (select from identity.challenges c where c.id = p_challenge and c.passkey_id = p_passkey) then return 'answered'; end if;
  if (v_counter > 0 or p_counter > 0) and p_counter <= v_counter then return 'counter'; end if;
  update identity.passkeys set counter = p_counter, used_at = clock_timestamp() where id = p_passkey;
  update identity.challenges c set passkey_id = p_passkey
   where c.id = p_challenge and c.session_id = p_session and c.browser_hash = sha256(convert_to(coalesce(p_browser, ''), 'UTF8')) and encode(c.passkey_mac, 'hex') = p_mac
     and c.passkey_id is null and c.used_at is null and c.invalidated_at is null and c.expires_at > clock_timestamp();
  return case when found then 'answered' else 'refused' end;
end $$;
comment on function identity.answer_with_passkey is 'Notes that a passkey has signed the words of a challenge.';

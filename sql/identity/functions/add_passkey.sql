/* Writes a passkey that the application has verified. `invalid_input` for what is no key or no name, `too_many_passkeys` beyond five,
   `passkey_known` for one that is or was registered here. */
create or replace function identity.add_passkey(p_actor bigint, p_credential text, p_public_key text, p_counter bigint, p_transports text[], p_name text) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_id uuid;
begin
  if p_credential is null or p_credential !~ '^([0-9a-f]{2})+$' or length(p_credential) not between 32 and 1024
     or p_public_key is null or p_public_key !~ '^([0-9a-f]{2})+$' or length(p_public_key) not between 64 and 4000
     or p_counter is null or p_counter not between 0 and 4294967295
     or p_transports is null or not p_transports <@ array['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] then
    perform core.refuse('invalid_input', 'passkey');
  end if;
  if length(coalesce(btrim(p_name), '')) not between 1 and 60 then perform core.refuse('invalid_input', 'name'); end if;
  -- Of two added at once the second counts the first.
  perform pg_advisory_xact_lock(hashtext('identity.passkeys'), hashtext(p_actor::text));
  if (select count(*) from identity.passkeys where actor_id = p_actor and removed_at is null) >= 5 then perform core.refuse('too_many_passkeys'); end if;
  insert into identity.passkeys (actor_id, credential_id, public_key, counter, transports, name)
  values (p_actor, decode(p_credential, 'hex'), decode(p_public_key, 'hex'), p_counter, p_transports, btrim(p_name))
  on conflict on constraint passkeys_are_one_persons do nothing returning id into v_id;
  if v_id is null then perform core.refuse('passkey_known'); end if;
  return v_id;
end $$;
comment on function identity.add_passkey is 'Writes a passkey that the application has verified.';

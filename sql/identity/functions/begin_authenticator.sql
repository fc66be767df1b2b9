/* Writes an authenticator that waits for its first code, in place of one begun earlier in this session. `invalid_input` for a seal or a
   witness in another form, or an id that is taken. */
create or replace function identity.begin_authenticator(p_id uuid, p_caller identity.caller, p_sealed text, p_witness_hash text) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  if p_id is null or p_sealed is null or p_sealed !~ '^p1\.[a-z0-9]{1,16}\.[A-Za-z0-9_-]+$' or length(p_sealed) not between 60 and 400 or p_witness_hash is null or p_witness_hash !~ '^[0-9a-f]{64}$' then
    perform core.refuse('invalid_input', 'authenticator');
  end if;
  update identity.authenticators set removed_at = clock_timestamp() where session_id = (p_caller).session_id and confirmed_at is null and removed_at is null;
  insert into identity.authenticators (id, actor_id, session_id, sealed, witness_hash)
  values (p_id, (p_caller).actor_id, (p_caller).session_id, p_sealed, decode(p_witness_hash, 'hex')) on conflict (id) do nothing;
  if not found then perform core.refuse('invalid_input', 'authenticator'); end if;
end $$;
comment on function identity.begin_authenticator is 'Writes an authenticator that waits for its first code.';
